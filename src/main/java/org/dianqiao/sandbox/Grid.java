package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.sandbox.Filings.Filed;
import org.dianqiao.sandbox.outside.Daemons;

/**
 * A province's utility. It answers a lead at once, calls the owner a little later, and then reserves the project. It
 * waits for the results of what it files, and hands in the papers that a department asks for.
 */
public final class Grid implements AutoCloseable {

    public static final String ID = "grid.henan";

    private static final int MOST_LEADS = 10_000;

    private final Utility utility;
    private final Desk desk;
    private final Counter counter;
    private final Stage stage;
    private final ScheduledExecutorService office;
    private final Filings filings = new Filings();
    private final Set<String> leads = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final AtomicInteger reserved = new AtomicInteger();

    private Grid(Utility utility, Post post, Stage stage) throws IOException {
        this.utility = utility;
        this.office = Executors.newSingleThreadScheduledExecutor(Daemons.named(utility.id()));
        this.desk = post.desk();
        this.stage = stage;
        this.counter = post.counter(this::take);
    }

    static Grid open(Utility utility, Post post, Stage stage) throws IOException {
        return new Grid(utility, post, stage);
    }

    Utility utility() {
        return utility;
    }

    Filings filings() {
        return filings;
    }

    public Desk desk() {
        return desk;
    }

    public Counter counter() {
        return counter;
    }

    @Override
    public void close() {
        office.shutdownNow();
        counter.close();
    }

    private void take(Incoming event) throws Refusal {
        switch (event.service()) {
            case "lead.assigned" -> takeLead(event.payload().path("leadNo").asText(), event);
            case "permit.decided" -> handIn(event.payload());
            default -> hear(event);
        }
    }

    private void hear(Incoming event) throws Refusal {
        stage.narration().say(utility.zh() + " " + Tidings.of(event));
        switch (event.service()) {
            case "permit.accepted" -> filings.accepted(event.payload());
            case "permit.result" -> filings.result(event.payload());
            default -> {}
        }
    }

    /** A department asks for papers. Nothing is done about what it has not filed. */
    private void handIn(ObjectNode decided) {
        String taskNo = decided.path("taskNo").asText();
        String paper = decided.path("documentsAsked").path(0).asText();
        if (!paper.isEmpty()) {
            filings.ofTask(taskNo)
                    .ifPresent(filed -> office.schedule(
                            () -> handIn(filed, taskNo, paper), stage.pause().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void handIn(Filed filed, String taskNo, String paper) {
        stage.narration()
                .tell(
                        utility.zh() + "补交材料 hands in what was asked for: " + paper,
                        () -> desk.send(filed.supplement(taskNo, paper)));
    }

    private void takeLead(String leadNo, Incoming event) {
        if (leads.size() < MOST_LEADS && leads.add(leadNo)) {
            workOn(leadNo, event);
        }
    }

    private void workOn(String leadNo, Incoming lead) {
        answerAfter(1, lead, answer(leadNo, "accepted"));
        answerAfter(2, lead, answer(leadNo, "contacted"));
        answerAfter(3, lead, answer(leadNo, "reserved").put("reserveProjectNo", nextReserveNo()));
    }

    private ObjectNode answer(String leadNo, String state) {
        ObjectNode answer = Json.object().put("leadNo", leadNo).put("state", state);
        answer.putObject("manager").put("name", "王经理").put("phone", "13700000095");
        return answer;
    }

    private String nextReserveNo() {
        int year = stage.today().getYear();
        return utility.letters() + "-" + year + "-%04d".formatted(reserved.incrementAndGet());
    }

    private void answerAfter(int pauses, Incoming lead, ObjectNode answer) {
        office.schedule(() -> send(lead, answer), stage.pause().toMillis() * pauses, TimeUnit.MILLISECONDS);
    }

    private void send(Incoming lead, ObjectNode answer) {
        answer.put("at", stage.now());
        String state = answer.path("state").asText();
        stage.narration()
                .tell(
                        "供电公司答复线索 Grid answers the lead: " + state,
                        () -> desk.send(Letter.event("lead.answered", answer)
                                .about(lead.manifest().caseNo())));
    }
}
