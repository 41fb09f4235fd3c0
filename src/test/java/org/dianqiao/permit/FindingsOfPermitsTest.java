package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dianqiao.Plots;
import org.dianqiao.calendar.WorkingDays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not look like the truth in what departments say: it is written down, and a supervisor's report counts it. */
class FindingsOfPermitsTest extends WithCounties {

    private static final String GONGYI = "410181";
    private static final String SUPERVISOR = "reports." + GONGYI;

    private ObjectNode filing;
    private JsonNode before;

    @BeforeAll
    static void open() {
        departments(GONGYI, "planning", "municipal", "greening", "traffic-police");
        newcomer(SUPERVISOR, """
                kind: supervisor
                region: "%s"
                sends: [{service: supervision.report}]
                """.formatted(GONGYI));
    }

    @BeforeEach
    void file() {
        filing = filing(GONGYI, Works.toThePlot());
        accepted(file(filing));
        before = report();
    }

    @Test
    void areCountedWhereADepartmentAskedForPapersBeyondTheList() {
        ObjectNode asks = said(task("greening", filing), "6");
        asks.putArray("documentsAsked").add("tax-clearance");

        assertViolated(decide("greening", GONGYI, asks), "/documentsAsked/0", "tax-clearance");

        assertThat(found()).containsExactly("beyond-the-list " + task("greening", filing));
        assertThat(more("beyond-the-list")).isEqualTo(1);
    }

    @Test
    void areCountedWhereTheClockWasStoppedWithoutAReason() {
        goes("greening", filing, "1", "6");

        assertThat(found()).containsExactly("clock-stopped-without-reason " + task("greening", filing));
        assertThat(more("clock-stopped-without-reason")).isEqualTo(1);
    }

    /** Its time begins anew with the acceptance and is kept; that it was over before stays counted. */
    @Test
    void areCountedWhereADepartmentAcceptsATaskWhenItsTimeIsOver() {
        String task = task("planning", filing);
        database()
                .sql("UPDATE deadline SET began = began - interval '30 days' WHERE about = ?")
                .param(task)
                .update();

        goes("planning", filing, "1");
        assertThat(found()).isEmpty();
        goes("planning", filing, "3", "8", "11");

        assertThat(found()).containsExactly("accepted-late " + task);
        assertThat(more("accepted-late")).isEqualTo(1);
    }

    @Test
    void areCountedWhereTheLastWordIsSaidToBeOlderThanThoseBefore() {
        List.of("municipal", "greening", "traffic-police").forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "3", "8");
        assertThat(found()).isEmpty();
        String task = task("planning", filing);
        String longAgo = CLOCK.instant()
                .minus(Duration.ofHours(36))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        accepted(decide("planning", GONGYI, said(task, "11").put("at", longAgo)));

        assertThat(found()).containsExactly("claimed-before-received " + task, "out-of-order " + task);
        assertThat(more("claimed-before-received")).isEqualTo(1);
        assertThat(more("out-of-order")).isEqualTo(1);
    }

    private List<String> found() {
        return database()
                .sql("""
                SELECT finding.kind || ' ' || about FROM finding JOIN casefile USING (case_no) WHERE number = ? ORDER BY 1
                """)
                .param(filing.path("filingNo").asText())
                .query(String.class)
                .list();
    }

    private int more(String kind) {
        JsonNode after = report();
        assertThat(after.at("/cases/permit/count")).isEqualTo(before.at("/cases/permit/count"));
        return after.at("/findings/" + kind).asInt()
                - before.at("/findings/" + kind).asInt();
    }

    private static JsonNode report() {
        LocalDate today = WorkingDays.dayOf(CLOCK.instant());
        ObjectNode question = Plots.object()
                .put("from", today.minusDays(1).toString())
                .put("to", today.plusDays(1).toString());
        return accepted(post(query(SUPERVISOR, "supervision.report", question))).json();
    }
}
