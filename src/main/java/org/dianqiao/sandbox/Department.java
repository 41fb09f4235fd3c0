package org.dianqiao.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A department 部门: takes the tasks that the gateway assigns and decides each by its temper, one thing after another
 * with a rest before each. A task knows only what is left to say of it, so that no two can be mixed up.
 */
public final class Department implements AutoCloseable {

    private static final int MOST_TASKS = 10_000;

    /** Through a gateway's restart: a task that a department has taken is not assigned again. */
    private static final int ATTEMPTS = 60;

    private final Office office;
    private final Desk desk;
    private final Counter counter;
    private final Ruling ruling;
    private final Workshop workshop;
    private final Docket docket = new Docket(MOST_TASKS);
    private final Map<String, Temper> exceptions = new ConcurrentHashMap<>();
    private volatile Temper temper;

    /** What the departments share: the threads that work for them. */
    record Workshop(ScheduledExecutorService threads, Stage stage) {}

    private Department(Office office, Post post, Temper temper, Workshop workshop) throws IOException {
        this.office = office;
        this.temper = temper;
        this.workshop = workshop;
        this.desk = post.desk(ATTEMPTS);
        this.ruling = new Ruling(office, workshop.stage());
        this.counter = post.counter(this::take);
    }

    static Department open(Office office, Post post, Temper temper, Workshop workshop) throws IOException {
        return new Department(office, post, temper, workshop);
    }

    public String id() {
        return office.id();
    }

    public Desk desk() {
        return desk;
    }

    public Counter counter() {
        return counter;
    }

    /** From now on; the tasks that it has begun go on as they began. */
    public void temper(Temper next) {
        temper = next;
    }

    /** For the tasks of one filing only, and only while the department is prompt with all others. */
    void temper(Temper only, String filingNo) {
        exceptions.put(filingNo, only);
    }

    /** The tasks that it has not done with. */
    public int open() {
        return docket.size();
    }

    @Override
    public void close() {
        counter.close();
    }

    private void take(Incoming event) throws Refusal {
        switch (event.service()) {
            case "permit.task-assigned" -> begin(Task.of(event));
            case "permit.supplemented" -> goOn(event.payload().path("taskNo").asText());
            case "permit.withdrawn" -> withdraw(event.payload().path("filingNo").asText());
            default -> workshop.stage.narration().say(office.zh() + " " + Tidings.of(event));
        }
    }

    private void begin(Task task) throws Refusal {
        if (docket.enter(task)) {
            Temper usual = temper;
            Temper exception = exceptions.remove(task.filingNo());
            work(task, (exception != null && usual == Temper.PROMPT ? exception : usual).moves());
        }
    }

    private void goOn(String taskNo) {
        docket.find(taskNo).ifPresent(task -> docket.resume(task).ifPresent(rest -> work(task, rest)));
    }

    private void withdraw(String filingNo) {
        List<Task> dropped = docket.withdraw(filingNo);
        workshop.stage
                .narration()
                .say(office.zh() + " 撤件 puts " + dropped.size() + " of the withdrawn filing aside: " + filingNo);
        long pause = workshop.stage.pause().toMillis();
        dropped.forEach(task -> workshop.threads.schedule(
                () -> decide(task, Move.says(Status.TAKEN_BACK)), pause, TimeUnit.MILLISECONDS));
    }

    private void work(Task task, List<Move> moves) {
        if (moves.isEmpty()) {
            docket.close(task);
        } else {
            Duration wait = workshop.stage.pause().plus(moves.get(0).silence());
            workshop.threads.schedule(() -> make(task, moves), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void make(Task task, List<Move> moves) {
        Move move = moves.get(0);
        List<Move> rest = moves.subList(1, moves.size());
        if (!docket.holds(task)) {
            return;
        }
        if (move.asks()) {
            ask(task, move, rest);
        } else {
            decide(task, move);
            work(task, rest);
        }
    }

    /** It waits before it asks: the papers may be there before the gateway's receipt. */
    private void ask(Task task, Move move, List<Move> rest) {
        docket.await(task, rest);
        if (!decide(task, move)) {
            docket.resume(task).ifPresent(left -> work(task, left.subList(1, left.size())));
        }
    }

    private boolean decide(Task task, Move move) {
        String telling = office.zh() + " " + move.status().zh() + " " + id() + " says "
                + move.status().code() + " of " + task.taskNo();
        return workshop.stage
                .narration()
                .tell(telling, () -> desk.send(ruling.on(task, move)))
                .filter(Answer::accepted)
                .isPresent();
    }
}
