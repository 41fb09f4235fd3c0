package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Later;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supervisor is told of a period, counted from what the gateway itself has seen. */
class SupervisionTest extends WithApplications {

    private static final String SUPERVISOR = "supervisor.zhengzhou";

    private final String today = WorkingDays.dayOf(CLOCK.instant()).toString();

    @BeforeEach
    void register() {
        newcomer(SUPERVISOR, """
                kind: supervisor
                region: "410100"
                sends: [ { service: supervision.report }, { service: progress.lookup } ]
                """);
    }

    @Test
    void countsWhatWasOpenedInItsRegion() {
        JsonNode before = report(DISTRICT);
        ObjectNode application = applied(highVoltage());
        application = applied(highVoltage());
        tell(application, "accepted", "finished");
        tell(application, "scheme-answered", "started");
        tell(application, "scheme-answered", "finished");
        tell(application, "connected", "finished");
        tell(report(application, "called-back", "paused"));
        JsonNode after = report(DISTRICT);

        assertThat(bean(Contracts.class).violations("supervision.report.reply", after))
                .isEmpty();
        assertThat(more(before, after, "/cases/supply/count")).isEqualTo(2);
        assertThat(more(before, after, "/findings/clock-stopped-without-reason"))
                .isEqualTo(1);
        assertThat(classOf(after, "hv").path("connected").asInt()
                        - classOf(before, "hv").path("connected").asInt())
                .isEqualTo(1);
        assertThat(texts(after.path("times"), "stage")).contains("accepted", "scheme-answered", "utility", "whole");
        assertThat(texts(after.path("times"), "stage")).doesNotContain("connected");
        assertThat(inTime(after, "accepted") - inTime(before, "accepted")).isEqualTo(1);
    }

    @Test
    void countsCasesWhoseContentIsErasedAsBefore() {
        ObjectNode application = applied(highVoltage());
        tell(report(application, "connected", "finished").put("at", ago(Duration.ofDays(2))));
        tell(application, "archived", "finished");
        JsonNode before = report(DISTRICT);
        Later.threeYearsPass();
        assertThat(lookup(application).has("erasedAt")).isTrue();
        assertThat(report(DISTRICT)).isEqualTo(before);
    }

    @Test
    void isNotGivenOfAnotherRegionNorToAnybodyElse() {
        ObjectNode jinan = question("370100");
        Parcel foreign = query(SUPERVISOR, "supervision.report", jinan).sealed();
        assertRefused(post(foreign), foreign, 403, "not-permitted");
        newcomer("hall.erqi", "kind: window\nregion: \"410103\"\nsends: [ { service: supervision.report } ]\n");
        Parcel curious =
                query("hall.erqi", "supervision.report", question(DISTRICT)).sealed();
        assertRefused(post(curious), curious, 403, "not-permitted");
    }

    @Test
    void wantsAPeriodThatRunsForwardAndDatesThatAreDates() {
        assertViolated(
                query(SUPERVISOR, "supervision.report", question(DISTRICT).put("to", "2020-01-01"))
                        .sealed(),
                "/to");
        assertViolated(
                query(SUPERVISOR, "supervision.report", question(DISTRICT).put("to", "yesterday"))
                        .sealed(),
                "/to");
    }

    @Test
    void takesTimesAsWellAsDays() {
        ObjectNode question =
                question(DISTRICT).put("from", "2019-01-01T00:00:00+08:00").put("to", "2019-06-30T00:00:00+08:00");
        JsonNode report = accepted(post(query(SUPERVISOR, "supervision.report", question)))
                .json();
        assertThat(report.path("cases")).isEmpty();
        assertThat(report.path("inTime").has("share")).isFalse();
    }

    /** The figures are known beforehand: of twenty thousand cases every tenth took ten days, the others one. */
    @Test
    void countsAYearOfACountyInATimeThatGrowsAsItsCasesDo() {
        fill(1, 2_000);
        Duration ofTheFirst = timed(this::yearOfACounty);
        fill(2_001, 20_000);
        Duration ofAll = timed(this::yearOfACounty);
        JsonNode report = yearOfACounty();

        assertThat(ofAll).isLessThan(ofTheFirst.multipliedBy(40));
        assertThat(report.at("/cases/supply/count").asInt()).isEqualTo(20_000);
        JsonNode connected = StreamSupport.stream(report.path("times").spliterator(), false)
                .filter(time -> time.path("stage").asText().equals("connected"))
                .findFirst()
                .orElseThrow();
        assertThat(connected.at("/workingDays/mean").asDouble()).isEqualTo(1.9);
        assertThat(connected.at("/workingDays/p90").asDouble()).isEqualTo(1);
        assertThat(classOf(report, "hv").path("links").asDouble()).isEqualTo(6);
        assertThat(classOf(report, "hv").path("materials").asDouble()).isEqualTo(3);
        assertThat(report.at("/inTime/share").asDouble()).isEqualTo(0.75);
        assertThat(report.at("/findings/back-filled").asInt()).isEqualTo(200);
    }

    private JsonNode yearOfACounty() {
        ObjectNode question = question("410104").put("from", "2018-01-01").put("to", "2018-12-31");
        return accepted(post(query(SUPERVISOR, "supervision.report", question))).json();
    }

    private static Duration timed(Runnable work) {
        Instant begin = CLOCK.instant();
        work.run();
        return Duration.between(begin, CLOCK.instant());
    }

    /** As they would be after a year in which each began twenty-five minutes after the one before. */
    private static void fill(int first, int last) {
        insert(first, last, """
                INSERT INTO casefile (case_no, kind, keeper, number, region_code, thread, state, open, opened_at, told)
                SELECT 'F-' || i, 'supply', 'grid.filled', 'F' || i, '410104', 'F' || i, 'archived', false,
                       '2018-01-01'::timestamptz + make_interval(mins => i * 25), '\\x00'
                FROM generate_series(:first, :last) AS i
                """);
        insert(first, last, """
                INSERT INTO supply (case_no, customer_class, documents, connected_at, ended_at)
                SELECT 'F-' || i, 'hv', 3, now(), now() FROM generate_series(:first, :last) AS i
                """);
        insert(first, last, """
                INSERT INTO supply_stage (case_no, stage, reported_at, finished_at, hours, working_days)
                SELECT 'F-' || i, stage, now(), now(), 24, CASE WHEN i % 10 = 0 THEN 10 ELSE 1 END
                FROM generate_series(:first, :last) AS i,
                     unnest(ARRAY['accepted', 'scheme-answered', 'design-reviewed', 'mid-inspected', 'customer-works',
                                  'grid-works', 'connected', 'utility', 'whole']) AS stage
                """);
        insert(first, last, """
                INSERT INTO deadline (case_no, about, title_zh, title_en, side, responsible, rule, began, allowed, stops,
                                      raised, due_at, reckoned_with, met_at)
                SELECT 'F-' || i, about, about, about, 'utility', 'grid.filled', 'R', now(), '1 WD', '', 0, now(), '-',
                       now() + make_interval(hours => CASE WHEN i % 4 = 0 THEN 1 ELSE -1 END)
                FROM generate_series(:first, :last) AS i, unnest(ARRAY['utility', 'whole', 'accepted']) AS about
                """);
        insert(first, last, """
                INSERT INTO finding (case_no, kind, event_no, found_at)
                SELECT 'F-' || i, 'back-filled', 3, now() FROM generate_series(:first, :last) AS i WHERE i % 100 = 0
                """);
    }

    private static void insert(int first, int last, String sql) {
        database().sql(sql).param("first", first).param("last", last).update();
    }

    private ObjectNode question(String region) {
        return Plots.object().put("from", today).put("to", today).put("regionCode", region);
    }

    private JsonNode report(String region) {
        return accepted(post(query(SUPERVISOR, "supervision.report", question(region))))
                .json();
    }

    private static JsonNode classOf(JsonNode report, String customerClass) {
        return StreamSupport.stream(report.path("classes").spliterator(), false)
                .filter(each -> each.path("customerClass").asText().equals(customerClass))
                .findFirst()
                .orElseGet(Plots::object);
    }

    private static int inTime(JsonNode report, String about) {
        return StreamSupport.stream(report.at("/inTime/by").spliterator(), false)
                .filter(each -> each.path("about").asText().equals(about))
                .mapToInt(each -> each.path("inTime").asInt())
                .sum();
    }

    private static int more(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asInt() - before.at(pointer).asInt();
    }
}
