package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.dianqiao.Parcel;
import org.dianqiao.casework.Event;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of the word that works are finished, whichever path they took. */
class CompletedWorksTest extends WithCounties {

    private static final String PINGYIN = "370124";
    private static final String WEIDONG = "410403";

    @BeforeAll
    static void open() {
        departments(PINGYIN, "municipal", "greening");
        departments(WEIDONG, "planning", "municipal", "greening", "traffic-police");
    }

    /** Papers have three months: whoever tells of it after one was not late. */
    @Test
    void keepTheTimeAtWhichTheyAreSaidToBeFinished() {
        ObjectNode filing = committed();
        Instant finished = CLOCK.instant().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

        accepted(post(completed(filing, finished)));

        Event told = happened(filing, "completed");
        assertThat(told.claimed()).isEqualTo(finished);
        assertThat(told.at()).isAfter(finished.plus(Duration.ofDays(29)));
        assertThat(findings(filing)).isZero();
    }

    @Test
    void areToldOfTooWhereNoEndWasPlanned() {
        ObjectNode filing = committed();
        results(filing, 1);
        assertThat(isOpen(filing)).isFalse();
        assertThat(owed(filing)).isEmpty();

        accepted(post(completed(filing, CLOCK.instant(), "construction-information")));

        for (String department : List.of("municipal", "greening")) {
            assertThat(told(department(department, PINGYIN), "works.completed", filing, 1))
                    .extracting(letter -> letter.at("/documents/0/type").asText())
                    .containsExactly("construction-information");
        }
        assertThat(isOpen(filing)).isFalse();
        assertThat(owed(filing)).isEmpty();
    }

    /** Nobody had to be asked; but the road and the greenery have owners. */
    @Test
    void areToldOfToTheOwnersOfWhatAnExemptLineCrosses() {
        ObjectNode filing = filing(WEIDONG, exemptInHenan());
        accepted(file(filing));

        accepted(post(completed(filing, CLOCK.instant())));

        for (String owner : List.of("municipal", "greening", "traffic-police")) {
            assertThat(told(department(owner, WEIDONG), "works.completed", filing, 1))
                    .hasSize(1);
        }
        assertThat(told(department("planning", WEIDONG), "works.completed", filing))
                .isEmpty();
        assertThat(timeline(filing)).extracting(Event::what).doesNotContain("unreceived");
    }

    @Test
    void areAnOperatorsMatterWhereNobodyCanBeTold() {
        ObjectNode works = Works.toTheBakery();
        works.putArray("crossings");
        ObjectNode filing = filing(PINGYIN, works);
        accepted(file(filing));
        assertThat(results(filing, 1).get(0).at("/decision/rule").asText()).isEqualTo("SDG-P1");

        Parcel completed = completed(filing, CLOCK.instant(), "construction-information");
        assertReceipt(post(completed), completed, 202);

        assertThat(happened(filing, "unreceived").entry())
                .isEqualTo(happened(filing, "completed").entry());
        assertThat(dead(completed))
                .containsEntry("code", "no-receiver")
                .containsEntry("service", "works.completed")
                .containsEntry("problem", "案件 " + caseNo(filing) + " 没有部门接收竣工资料");
    }

    private static ObjectNode committed() {
        ObjectNode filing = filing(PINGYIN, Works.toTheBakery());
        filing.putArray("commitments").add("restore-road").add("restore-greenery");
        accepted(file(filing));
        return filing;
    }

    private static ObjectNode exemptInHenan() {
        return Works.toThePlot().put("voltageKv", 0.4).put("capacityKw", 100).put("customerClass", "small-micro");
    }

    private static Parcel completed(ObjectNode filing, Instant at, String... papers) {
        ObjectNode completed = Works.of("{\"documents\": []}")
                .put("filingNo", filing.path("filingNo").asText())
                .put("completedAt", at.toString());
        String utility = "grid." + filing.path("regionCode").asText();
        return event(utility, "works.completed", withPapers(completed, papers)).sealed();
    }

    private static Event happened(ObjectNode filing, String what) {
        return timeline(filing).stream()
                .filter(event -> event.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> dead(Parcel message) {
        return database()
                .sql("SELECT * FROM dead_letter WHERE origin_manifest = ?")
                .param(message.manifest())
                .query()
                .singleRow();
    }

    private static boolean isOpen(ObjectNode filing) {
        return database()
                .sql("SELECT open FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(Boolean.class)
                .single();
    }

    private static List<String> owed(ObjectNode filing) {
        return database()
                .sql("SELECT about FROM deadline WHERE case_no = ? AND met_at IS NULL")
                .param(caseNo(filing))
                .query(String.class)
                .list();
    }

    private static long findings(ObjectNode filing) {
        return database()
                .sql("SELECT count(*) FROM finding WHERE case_no = ?")
                .param(caseNo(filing))
                .query(Long.class)
                .single();
    }
}
