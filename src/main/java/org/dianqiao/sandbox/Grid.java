package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The province's utility. It answers a lead at once, calls the owner a little later, and then reserves the project. */
public final class Grid implements AutoCloseable {

    public static final String ID = "grid.henan";

    private static final int MOST_LEADS = 10_000;

    private final Desk desk;
    private final Counter counter;
    private final Clock clock;
    private final Duration pause;
    private final Narration narration;
    private final ScheduledExecutorService office = Executors.newSingleThreadScheduledExecutor(Daemons.named(ID));
    private final Set<String> leads = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final AtomicInteger reserved = new AtomicInteger();

    private Grid(Post post, Duration pause, Narration narration) throws IOException {
        this.desk = post.desk();
        this.clock = post.clock();
        this.pause = pause;
        this.narration = narration;
        this.counter = post.counter(this::take);
    }

    static Grid open(Post post, Duration pause, Narration narration) throws IOException {
        return new Grid(post, pause, narration);
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
        if (event.service().equals("lead.assigned")) {
            String leadNo = event.payload().path("leadNo").asText();
            if (leads.size() < MOST_LEADS && leads.add(leadNo)) {
                workOn(leadNo, event);
            }
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
        int year = LocalDate.ofInstant(clock.instant(), Story.CHINA).getYear();
        return "HNZZ-" + year + "-%04d".formatted(reserved.incrementAndGet());
    }

    private void answerAfter(int pauses, Incoming lead, ObjectNode answer) {
        office.schedule(() -> send(lead, answer), pause.toMillis() * pauses, TimeUnit.MILLISECONDS);
    }

    private void send(Incoming lead, ObjectNode answer) {
        answer.put("at", Story.time(clock.instant()));
        String state = answer.path("state").asText();
        narration.tell(
                "供电公司答复线索 Grid answers the lead: " + state,
                () -> desk.send(Letter.event("lead.answered", answer)
                        .about(lead.manifest().caseNo())));
    }
}
