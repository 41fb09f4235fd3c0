package org.dianqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dianqiao.Plots;
import org.dianqiao.calendar.Limit;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.DeadlineWatch;
import org.dianqiao.casework.Event;
import org.dianqiao.delivery.DeadLetters;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A place where no partner receives warnings: each is proven all the same, and an operator knows. */
class WarningsThatReachNobodyTest extends WithEvidence {

    private static final String YONGDENG = "620121";
    private static final String BUREAU_OF_YONGDENG = "supervisor.yongdeng";
    private static final List<String> COLOURS = List.of("blue", "orange", "yellow");

    private final Cases cases = bean(Cases.class);

    @BeforeAll
    static void opensTheBureauOfYongdeng() {
        newcomer(BUREAU_OF_YONGDENG, """
                kind: supervisor
                region: "%s"
                sends: [ { service: ledger.evidence } ]
                """.formatted(YONGDENG));
    }

    @Test
    void areInTheLedgerAndBeforeAnOperator() {
        Casefile booking = booked();

        List.of(11, 17, 21).forEach(minutes -> passes(booking, minutes));

        List<Event> warned = warned(booking);
        assertThat(warned)
                .extracting(event -> event.told().path("colour").asText())
                .containsExactlyElementsOf(COLOURS);
        assertThat(dead(booking)).hasSize(COLOURS.size());
        for (int i = 0; i < COLOURS.size(); i++) {
            assertThat(dead(booking).get(i))
                    .containsEntry("entry", warned.get(i).entry())
                    .containsEntry("partner", DeadLetters.NOBODY)
                    .containsEntry("code", "no-receiver");
            assertProven(warned.get(i), booking);
        }
    }

    @Test
    void leadFromTheTimelineToTheirProof() {
        Casefile booking = booked();
        passes(booking, 11);
        String entry = warned(booking).get(0).entry();
        Visitor viewer = new Visitor(gateway());
        viewer.post("/login", "username=viewer&password=");

        assertThat(viewer.get("/cases/" + booking.caseNo()).body())
                .contains("派单：蓝色预警，没有可告知的单位", "href=\"/messages/" + entry + "\"");
        assertThat(viewer.get("/messages/" + entry).body()).contains(booking.caseNo(), "</html>");
        assertThat(viewer.get("/deliveries").body()).contains("没有单位接收案件 " + booking.caseNo() + " 的期限预警");
    }

    private static void assertProven(Event warned, Casefile booking) {
        Unpacked bundle = evidence(BUREAU_OF_YONGDENG, warned.entry());
        assertThat(bundle.text("ledger/entry.txt").lines()).contains("out", "deadline.warned", "expired");
        assertThat(bundle.json("message/parts/payload").path("caseNo").asText()).isEqualTo(booking.caseNo());
        assertThat(bundle.json("message/parts/payload").path("colour"))
                .isEqualTo(warned.told().path("colour"));
        assertThat(bean(Contracts.class).violations("deadline.warned", bundle.json("message/parts/payload")))
                .isEmpty();
        assertVerdict("FULL", BUREAU_OF_YONGDENG, warned.entry());
    }

    private Casefile booked() {
        Casefile booking = cases.begin(
                Kind.RESERVATION,
                "grid.yongdeng",
                Plots.freshCode(),
                YONGDENG,
                null,
                null,
                null,
                "made",
                CLOCK.instant(),
                Event.nothingMore());
        Deadline call = Deadline.of(
                booking.caseNo(),
                "dispatched",
                new Wording("派单", "dispatch"),
                Side.UTILITY,
                "grid.yongdeng",
                "HEN20-W1",
                CLOCK.instant(),
                Limit.of("20 MINUTES"));
        bean(TransactionTemplate.class).executeWithoutResult(status -> cases.open(booking, List.of(), List.of(call)));
        return booking;
    }

    /** By moving the beginning back. */
    private static void passes(Casefile booking, int minutes) {
        database()
                .sql("UPDATE deadline SET began = ?, look_at = now() WHERE case_no = ?")
                .params(
                        CLOCK.instant().minus(Duration.ofMinutes(minutes)).atOffset(java.time.ZoneOffset.UTC),
                        booking.caseNo())
                .update();
        bean(DeadlineWatch.class).look();
        bean(DeadlineWatch.class).look();
    }

    private List<Event> warned(Casefile booking) {
        return cases.timeline(booking.caseNo()).stream()
                .filter(event -> event.what().equals("warned"))
                .toList();
    }

    private static List<Map<String, Object>> dead(Casefile booking) {
        return database()
                .sql("SELECT * FROM dead_letter WHERE case_id = ? ORDER BY id")
                .param(booking.thread())
                .query()
                .listOfRows();
    }
}
