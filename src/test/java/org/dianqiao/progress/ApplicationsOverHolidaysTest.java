package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.dianqiao.Plots;
import org.dianqiao.Season;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The small bakery in Jinan applies shortly before holidays: the utility has 7 working days, the whole process 15. What is
 * expected was counted by hand on the State Council's notice for 2026. One winter passes for all.
 */
@TestMethodOrder(OrderAnnotation.class)
class ApplicationsOverHolidaysTest {

    private static final String GRID = "grid.shandong";

    private static final String TWO_DAYS = "off: 2026-03-19..2026-03-20";
    private static final String NOTICE = """

        jurisdictions:
          "370000":
            notice: { title: 省通知, number: 1号, source: "of the province" }
            holidays:
              - { name: { zh: 某节, en: A festival }, %s }
        """.formatted(TWO_DAYS);

    private static Season season;

    private final ObjectNode bakery =
            WithApplications.bakery().put("threeZero", true).put("gridWorks", true);
    private final String number = bakery.path("applicationNo").asText();

    @BeforeAll
    static void open() {
        season = Season.from("2025-12-26T09:00", GRID);
    }

    @AfterAll
    static void close() {
        season.close();
    }

    /** 1 to 3 January are free, Sunday 4 January is worked. The customer digs from 30 December to 5 January. */
    @Test
    @Order(1)
    void standStillOverNewYearWhileTheCustomerBuilds() {
        season.until("2025-12-26T10:00");
        applies();
        assertThat(due("utility")).as("29, 30, 31 December, 4 to 7 January").isEqualTo("2026-01-07 running");
        assertThat(due("whole")).as("and 8, 9, 12 to 16, 19 January").isEqualTo("2026-01-19 running");

        reports("accepted", "finished");
        season.until("2025-12-30T11:00");
        reports("customer-works", "started");
        season.until("2026-01-04T12:00");
        assertThat(state("utility") + " " + state("whole")).isEqualTo("stopped stopped");
        season.until("2026-01-05T15:00");
        reports("customer-works", "finished");
        assertThat(due("utility")).as("29 December, 6 to 9, 12, 13 January").isEqualTo("2026-01-13 running");
        assertThat(due("whole")).as("and 14 to 16, 19 to 23 January").isEqualTo("2026-01-23 running");

        season.until("2026-01-23T16:00");
        reports("connected", "finished");
        season.until("2026-01-30T09:00");

        assertThat(season.warned(caseNo(), "utility"))
                .as("of 7 days the fourth is 8, the sixth 12 January, the ninth would be 15 January")
                .containsExactly(
                        "blue 2026-01-08T00:00",
                        "orange 2026-01-12T00:00",
                        "yellow 2026-01-14T00:00",
                        "red 2026-01-16T00:00");
        assertThat(season.warnings(GRID, "utility"))
                .containsExactly("blue 2026-01-13", "orange 2026-01-13", "yellow 2026-01-13", "red 2026-01-13");
        assertThat(season.warned(caseNo(), "whole"))
                .as("of 15 days the eighth is 14, the twelfth 20 January")
                .containsExactly("blue 2026-01-14T00:00", "orange 2026-01-20T00:00");
        assertThat(late("utility") + " " + late("whole")).isEqualTo("late in time");
        assertThat(used("utility")).isEqualTo(15);
        assertThat(used("whole")).isEqualTo(15);
    }

    /** 14 and 28 February are worked Saturdays, from 15 to 23 February is the festival. */
    @Test
    @Order(2)
    void countTheMakeUpSaturdaysAroundTheSpringFestival() {
        season.until("2026-02-12T10:00");
        applies();
        assertThat(due("utility")).as("13, 14, 24 to 28 February").isEqualTo("2026-02-28 running");
        assertThat(due("whole")).as("and 2 to 6, 9 to 11 March").isEqualTo("2026-03-11 running");

        season.until("2026-02-28T23:00");
        reports("connected", "finished");
        season.until("2026-03-12T09:00");

        assertThat(season.warned(caseNo(), "utility"))
                .as("of 7 days the fourth is 25, the sixth 27 February")
                .containsExactly("blue 2026-02-25T00:00", "orange 2026-02-27T00:00");
        assertThat(season.warned(caseNo(), "whole")).isEmpty();
        assertThat(late("utility") + " " + late("whole")).isEqualTo("in time in time");
        assertThat(used("whole")).isEqualTo(7);
    }

    /** Nobody has announced these: Shandong first gets two days off, then the weekend behind them to make up for it. */
    @Test
    @Order(3)
    void moveWithTheNoticesThatComeWhileTheyAreOpen() throws IOException {
        season.until("2026-03-16T10:00");
        applies();
        assertDue("2026-03-25", "17 to 20, 23 to 25 March");

        season.until("2026-03-17T15:00");
        season.announced(2026, year -> year + NOTICE);
        assertDue("2026-03-27", "17, 18, 23 to 27 March");

        season.until("2026-03-20T15:00");
        assertThat(season.warned(caseNo(), "utility"))
                .as("20 March was the fourth day")
                .isEmpty();
        season.announced(2026, year -> year.replace(TWO_DAYS, TWO_DAYS + ", work: [2026-03-21, 2026-03-22]"));
        assertDue("2026-03-25", "17, 18, 21 to 25 March");

        season.until("2026-03-26T09:00");
        assertThat(season.warned(caseNo(), "utility"))
                .as("the fourth day is Sunday 22, the sixth 24 March")
                .containsExactly("blue 2026-03-22T00:00", "orange 2026-03-24T00:00", "yellow 2026-03-26T00:00");
        assertThat(season.warnings(GRID, "utility"))
                .endsWith("blue 2026-03-25", "orange 2026-03-25", "yellow 2026-03-25");
    }

    /** What is kept, by which warnings come, and what is told. */
    private void assertDue(String day, String why) {
        String caseNo = caseNo();
        await().untilAsserted(
                        () -> assertThat(season.kept(caseNo, "utility")).as(why).isEqualTo(day));
        assertThat(due("utility")).as(why).isEqualTo(day + " running");
    }

    private void applies() {
        ((ObjectNode) bakery.path("site")).put("regionCode", "370102");
        season.tell(GRID, "supply.applied", bakery.put("at", season.now()));
    }

    private void reports(String stage, String state) {
        ObjectNode report = Plots.object()
                .put("applicationNo", number)
                .put("stage", stage)
                .put("state", state)
                .put("at", season.now());
        season.tell(GRID, "progress.reported", report);
    }

    private JsonNode lookup() {
        return season.ask(GRID, "progress.lookup", Plots.object().put("applicationNo", number));
    }

    private String caseNo() {
        return lookup().path("caseNo").asText();
    }

    private JsonNode deadline(String clock) {
        return WithApplications.deadline(lookup(), clock);
    }

    private String state(String clock) {
        return deadline(clock).path("state").asText();
    }

    private String due(String clock) {
        return deadline(clock).path("due").asText() + " " + state(clock);
    }

    private String late(String clock) {
        assertThat(state(clock)).isEqualTo("met");
        return deadline(clock).path("late").asBoolean() ? "late" : "in time";
    }

    private int used(String clock) {
        return lookup().at("/clocks/" + clock + "/workingDays").asInt();
    }
}
