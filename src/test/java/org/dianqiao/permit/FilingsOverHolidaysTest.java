package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dianqiao.Plots;
import org.dianqiao.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The line to the plot of the story, filed shortly before holidays: planning has 4 working days in Henan, the others have 5.
 * What is expected was counted by hand on the State Council's notice for 2026. One winter passes for all.
 */
@TestMethodOrder(OrderAnnotation.class)
class FilingsOverHolidaysTest {

    private static final String GRID = "grid.henan";
    private static final String SUPERVISOR = "supervisor.henan";
    private static final List<String> DEPARTMENTS = List.of("planning", "municipal", "greening", "traffic-police");

    private static Season season;

    private final ObjectNode filing = WithCounties.filing(WithCounties.JINSHUI, Works.toThePlot());

    @BeforeAll
    static void open() {
        season = Season.from(
                "2025-12-29T09:00",
                GRID,
                SUPERVISOR,
                "planning.zhengzhou",
                "municipal.zhengzhou",
                "greening.zhengzhou",
                "traffic-police.zhengzhou");
    }

    @AfterAll
    static void close() {
        season.close();
    }

    /** From 1 to 3 January is free, Sunday 4 January is worked. */
    @Test
    @Order(1)
    void countTheMakeUpSundayAfterNewYearButNotTheHolidaysBeforeIt() {
        season.until("2025-12-29T10:00");
        season.tell(GRID, "permit.filed", filing);
        assertThat(due())
                .as("30, 31 December, 4, 5 and 6 January")
                .isEqualTo(Map.of(
                        "planning", "2026-01-05",
                        "municipal", "2026-01-06",
                        "greening", "2026-01-06",
                        "traffic-police", "2026-01-06"));
        List.of("municipal", "traffic-police").forEach(each -> says(each, "3", "8", "11"));
        season.until("2025-12-31T15:00");
        says("planning", "3", "8");
        season.until("2026-01-05T09:00");
        season.restart();
        season.until("2026-01-07T16:00");
        says("planning", "11");
        season.until("2026-01-08T09:00");

        assertThat(warned("planning"))
                .as(
                        "of 4 days the second is New Year's Eve, before it was accepted; from there on 4, 5, 6 and 7 January")
                .containsExactly("blue 2025-12-31T00:00", "blue 2026-01-05T00:00", "orange 2026-01-07T00:00");
        assertThat(warned("greening"))
                .as("of 5 days the third is the make-up Sunday")
                .containsExactly(
                        "blue 2026-01-04T00:00",
                        "orange 2026-01-05T00:00",
                        "yellow 2026-01-07T00:00",
                        "red 2026-01-08T00:00");
        assertThat(season.warnings("greening.zhengzhou", task("greening")))
                .containsExactly("blue 2026-01-06", "orange 2026-01-06", "yellow 2026-01-06", "red 2026-01-06");
        assertThat(season.warnings(SUPERVISOR, task("greening"))).containsExactly("red 2026-01-06");
        assertThat(season.warnings(SUPERVISOR, task("planning"))).isEmpty();

        says("greening", "3", "8", "11");
        assertResult();
        JsonNode report = season.ask(
                SUPERVISOR,
                "supervision.report",
                Plots.object()
                        .put("from", "2025-12-29")
                        .put("to", "2025-12-29")
                        .put("regionCode", WithCounties.JINSHUI));
        assertThat(report.at("/inTime/inTime").asInt())
                .as("from their acceptance")
                .isEqualTo(4);
        assertThat(report.at("/findings/accepted-late").asInt())
                .as("greening's")
                .isEqualTo(1);
    }

    /** Saturday 14 February is worked, from 15 to 23 February is the festival, Saturday 28 February is worked. */
    @Test
    @Order(2)
    void standStillOverTheSpringFestivalAndCountTheMakeUpSaturdaysAroundIt() {
        season.until("2026-02-13T10:00");
        season.tell(GRID, "permit.filed", filing);
        assertThat(due())
                .as("14, 24, 25, 26 and 27 February")
                .isEqualTo(Map.of(
                        "planning", "2026-02-26",
                        "municipal", "2026-02-27",
                        "greening", "2026-02-27",
                        "traffic-police", "2026-02-27"));
        says("traffic-police", "3", "8", "11");
        says("municipal", "3", "8");
        season.until("2026-02-14T11:00");
        asksForTheTrafficPlan("greening");
        season.until("2026-02-24T09:30");
        supplements("greening");
        season.until("2026-02-25T14:00");
        says("greening", "7");
        says("planning", "3", "8");
        season.until("2026-02-27T17:00");
        says("municipal", "11");
        season.until("2026-03-05T09:00");

        assertThat(warned("municipal"))
                .as("of 5 days the third is 25, the fourth 26 February")
                .containsExactly("blue 2026-02-25T00:00", "orange 2026-02-26T00:00");
        assertThat(warned("planning"))
                .as(
                        "of 4 days the second is the first one after the festival; from its acceptance 26, 27, 28 February, 2 March")
                .containsExactly(
                        "blue 2026-02-24T00:00",
                        "blue 2026-02-27T00:00",
                        "orange 2026-03-02T00:00",
                        "yellow 2026-03-03T00:00",
                        "red 2026-03-04T00:00");
        assertThat(warned("greening"))
                .as("stopped from 14 to 25 February: 26, 27, the make-up Saturday 28, 2 and 3 March")
                .containsExactly(
                        "blue 2026-02-28T00:00",
                        "orange 2026-03-02T00:00",
                        "yellow 2026-03-04T00:00",
                        "red 2026-03-05T00:00");
        assertThat(season.warnings("greening.zhengzhou", task("greening")))
                .containsExactly("blue 2026-03-03", "orange 2026-03-03", "yellow 2026-03-03", "red 2026-03-03");
        assertThat(season.warnings(SUPERVISOR, task("greening"))).containsExactly("red 2026-03-03");
        assertThat(season.warnings(SUPERVISOR, task("planning"))).containsExactly("red 2026-03-02");

        says("planning", "11");
        says("greening", "3", "8", "11");
        assertResult();
    }

    /** As the filer was told; each department was told the same of its own. */
    private Map<String, String> due() {
        JsonNode accepted = told(GRID, "permit.accepted").get(0);
        Map<String, String> due = StreamSupport.stream(accepted.path("tasks").spliterator(), false)
                .collect(Collectors.toMap(task -> task.path("department").asText(), task -> task.path("due")
                        .asText()));
        assertThat(DEPARTMENTS.stream()
                        .collect(Collectors.toMap(
                                each -> each, each -> assigned(each).path("due").asText())))
                .isEqualTo(due);
        return due;
    }

    private JsonNode assigned(String department) {
        return told(department + ".zhengzhou", "permit.task-assigned").get(0);
    }

    private List<ObjectNode> told(String partner, String service) {
        return season.heard(partner, service).stream()
                .filter(letter -> letter.path("filingNo").equals(filing.path("filingNo")))
                .toList();
    }

    private String task(String department) {
        return assigned(department).path("taskNo").asText();
    }

    private List<String> warned(String department) {
        JsonNode task = assigned(department);
        return season.warned(task.path("caseNo").asText(), task.path("taskNo").asText());
    }

    private void says(String department, String... statuses) {
        for (String status : statuses) {
            season.tell(department + ".zhengzhou", "permit.decided", said(department, status));
        }
    }

    private ObjectNode said(String department, String status) {
        return Plots.object()
                .put("taskNo", task(department))
                .put("status", status)
                .put("at", season.now());
    }

    private void asksForTheTrafficPlan(String department) {
        ObjectNode asks = said(department, "6").put("opinion", "缺交通疏解方案");
        asks.putArray("documentsAsked").add("traffic-plan");
        season.tell(department + ".zhengzhou", "permit.decided", asks);
    }

    private void supplements(String department) {
        ObjectNode papers =
                Plots.object().put("filingNo", filing.path("filingNo").asText()).put("taskNo", task(department));
        papers.putArray("documents").addObject().put("type", "traffic-plan").put("name", "交通疏解方案");
        season.tell(GRID, "permit.supplemented", papers);
        assertThat(told(department + ".zhengzhou", "permit.supplemented")).hasSize(1);
    }

    private void assertResult() {
        List<ObjectNode> results = told(GRID, "permit.result");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).path("outcome").asText()).isEqualTo("approved");
        assertThat(results.get(0).path("tasks")).hasSize(DEPARTMENTS.size());
        assertThat(results.get(0).at("/certificate/number").asText()).isNotEmpty();
    }
}
