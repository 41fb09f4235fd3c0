package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.Period;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when limits run, when clocks stand still, how much was used: functions of packs, calendars and timelines. */
class ClocksOfApplicationsTest {

    private static final Policies PACKS = Policies.read(Path.of("mappings/policies"));
    private static final WorkingDays DAYS =
            Calendars.read(Path.of("mappings/calendars")).of("410105");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | hall  | customerClass: hv, voltageKv: 10, supplies: 1, specialIndustry: false | utility 21 WD at once, accepted 1 WD at once, scheme-answered 10 WD at once, grid-works 20 WD from grid-works, progress.reported/accepted 0 WD at once
        410105 | app   | customerClass: hv, voltageKv: 10, supplies: 1, specialIndustry: true, gridWorks: true | utility 21 WD at once, accepted 1 WD at once, grid-works 20 WD from grid-works
        410105 | app   | customerClass: resident, voltageKv: 0.22, gridWorks: false | whole 5 WD at once, accepted 1 WD at once, connected 1 WD at once
        410105 | app   | customerClass: small-micro, voltageKv: 0.38, gridWorks: true, threeZero: false | whole 15 WD at once, utility 6 WD at once, accepted 1 WD at once, grid-works 20 WD from grid-works, connected 7 WD at once
        370102 | app   | customerClass: hv, voltageKv: 10, supplies: 1 | utility 11 WD at once, accepted 1 WD at once, scheme-answered 5 WD from scheme-answered behind accepted, completion-inspected 3 WD from completion-inspected, connected 2 WD from connected behind completion-inspected
        370102 | app   | customerClass: small-micro, threeZero: true | whole 15 WD at once, utility 7 WD at once
        341002 | hall  | customerClass: resident, voltageKv: 0.22 | whole 5 WD at once
        """)
    void runFromWhereTheTextsCount(String region, String channel, String facts, String owed) {
        assertThat(periods(region, facts).owed(channel))
                .extracting(ClocksOfApplicationsTest::said)
                .containsExactly(owed.split(", "));
    }

    @Test
    void leaveOutTheStagesThatTextsCancel() {
        assertThat(periods("410105", "customerClass: small-micro").stages())
                .doesNotContain(
                        Stage.SCHEME_ANSWERED, Stage.DESIGN_REVIEWED, Stage.MID_INSPECTED, Stage.COMPLETION_INSPECTED)
                .contains(Stage.ACCEPTED, Stage.CONNECTED);
        assertThat(periods("370102", "customerClass: small-micro").stages())
                .contains(Stage.SCHEME_ANSWERED)
                .doesNotContain(Stage.DESIGN_REVIEWED);
        assertThat(periods("410105", "customerClass: hv").stages())
                .as("nobody knows whether the customer is important")
                .containsExactly(Stage.values());
        assertThat(periods("410105", "customerClass: hv, importantCustomer: false, assetTransfer: false")
                        .stages())
                .doesNotContain(Stage.DESIGN_REVIEWED, Stage.MID_INSPECTED)
                .contains(Stage.COMPLETION_INSPECTED);
    }

    @Test
    void leaveTheWorksOnTheGridOutOnlyWhereTheTextSaysSo() {
        assertThat(periods("410105", "customerClass: hv, supplies: 1").excluded())
                .containsExactly("grid-works");
        assertThat(periods("370102", "customerClass: hv, supplies: 1, voltageKv: 10")
                        .excluded())
                .isEmpty();
    }

    @Test
    void standStillFromTheFirstReasonToTheEndOfTheLast() {
        List<Event> timeline = List.of(
                stage("customer-works", "started", "2026-11-02T01:00:00Z"),
                stage("scheme-answered", "paused", "2026-11-03T01:00:00Z"),
                stage("customer-works", "finished", "2026-11-05T01:00:00Z"),
                stage("scheme-answered", "resumed", "2026-11-06T01:00:00Z"),
                stage("grid-works", "started", "2026-11-09T01:00:00Z"));
        Halt both = new Halt(Instant.parse("2026-11-02T01:00:00Z"), Instant.parse("2026-11-06T01:00:00Z"));
        Halt grid = new Halt(Instant.parse("2026-11-09T01:00:00Z"), null);
        assertThat(Standstill.of("whole", timeline, List.of("grid-works"))).containsExactly(both);
        assertThat(Standstill.of("utility", timeline, List.of("grid-works"))).containsExactly(both, grid);
        assertThat(Standstill.of("utility", timeline, List.of())).containsExactly(both);
        assertThat(Standstill.of("scheme-answered", timeline, List.of()))
                .containsExactly(new Halt(Instant.parse("2026-11-03T01:00:00Z"), both.to()));
        assertThat(Standstill.of("customer-works", timeline, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2025-12-29 | 2026-01-06 | 5  | over New Year: 30, 31, the make-up Sunday 4, 5, 6 January
        2026-02-12 | 2026-02-25 | 4  | over the Spring Festival: 13, the make-up Saturday 14, 24, 25 February
        2026-02-12 | 2026-02-23 | 2  | the festival itself does not count
        2026-11-20 | 2026-11-20 | 0  | the day of the application is day zero
        2026-09-30 | 2026-10-10 | 3  | 8, 9 and the make-up Saturday 10 October
        """)
    void useWorkingDaysOnly(LocalDate applied, LocalDate until, int used, String why) {
        assertThat(new Used(morning(applied), morning(until), List.of()).workingDays(DAYS))
                .as(why)
                .hasValue(used);
    }

    @Test
    void areDueAfterTheSpringFestivalAndTheYearsEnd() {
        assertThat(due("2026-02-12", "whole", "customerClass: resident, gridWorks: true, voltageKv: 0.22"))
                .hasToString("2026-02-26");
        assertThat(due("2025-12-29", "whole", "customerClass: small-micro, voltageKv: 0.38, gridWorks: true"))
                .hasToString("2026-01-20");
    }

    @Test
    void areUnknownWhereNobodyHasAnnouncedTheHolidays() {
        Used used = new Used(morning(LocalDate.of(2026, 12, 30)), morning(LocalDate.of(2027, 1, 4)), List.of());
        assertThat(used.workingDays(DAYS)).isEmpty();
        assertThat(used.hours()).isEqualTo(120);
    }

    @Test
    void useNoHoursWhileTheyStandStill() {
        Halt halt = new Halt(Instant.parse("2026-11-02T01:00:00Z"), Instant.parse("2026-11-02T04:00:00Z"));
        Instant from = Instant.parse("2026-11-02T00:00:00Z");
        assertThat(new Used(from, Instant.parse("2026-11-02T10:00:00Z"), List.of(halt)).hours())
                .isEqualTo(7);
        Halt lasting = new Halt(Instant.parse("2026-11-02T01:00:00Z"), null);
        assertThat(new Used(from, Instant.parse("2026-11-02T10:00:00Z"), List.of(lasting)).hours())
                .isEqualTo(1);
    }

    /** However stages are paused and resumed: a deadline that is stopped and goes on has the stops of the timeline. */
    @Property
    void stopADeadlineAsTheTimelineStandsStill(@ForAll @Size(max = 20) List<@IntRange(max = 43) Integer> told) {
        List<String> states = List.of("started", "finished", "paused", "resumed");
        List<Event> timeline = new ArrayList<>();
        Instant now = Instant.parse("2026-03-02T01:00:00Z");
        Deadline deadline = deadline(now);
        for (int each : told) {
            now = now.plusSeconds(86_400L * (each % 3));
            timeline.add(stage(Stage.values()[each % 11].written(), states.get(each / 11), now.toString()));
            boolean lasts = Standstill.lasts(Standstill.of("utility", timeline, List.of("grid-works")));
            LocalDate today = WorkingDays.dayOf(now);
            deadline = lasts ? deadline.stopped(today) : deadline.goingOn(today);
        }
        assertThat(deadline.stops())
                .isEqualTo(Standstill.of("utility", timeline, List.of("grid-works")).stream()
                        .map(Halt::days)
                        .toList());
    }

    /** Hours and days that stand still are never used, and nothing is used twice. */
    @Property
    void neverUseMoreThanHasPassed(@ForAll @Size(max = 12) List<@IntRange(max = 43) Integer> told) {
        List<String> states = List.of("started", "finished", "paused", "resumed");
        List<Event> timeline = new ArrayList<>();
        Instant from = Instant.parse("2026-03-02T01:00:00Z");
        Instant now = from;
        for (int each : told) {
            now = now.plusSeconds(40_000L * (each % 4));
            timeline.add(stage(Stage.values()[each % 11].written(), states.get(each / 11), now.toString()));
        }
        Used whole = new Used(from, now, Standstill.of("whole", timeline, List.of()));
        Used utility = new Used(from, now, Standstill.of("utility", timeline, List.of("grid-works")));
        Used running = new Used(from, now, List.of());
        assertThat(utility.hours()).isBetween(0.0, whole.hours());
        assertThat(whole.hours()).isLessThanOrEqualTo(running.hours());
        assertThat(utility.workingDays(DAYS).orElseThrow())
                .isBetween(0, whole.workingDays(DAYS).orElseThrow());
        assertThat(whole.workingDays(DAYS).orElseThrow())
                .isLessThanOrEqualTo(running.workingDays(DAYS).orElseThrow());
    }

    private static Periods periods(String region, String facts) {
        return periods(region, facts, LocalDate.of(2026, 11, 20));
    }

    private static Periods periods(String region, String facts, LocalDate day) {
        Map<String, Object> map =
                new LinkedHashMap<>(new org.yaml.snakeyaml.Yaml().<Map<String, Object>>load("{" + facts + "}"));
        return new Periods(PACKS.of(region, day).orElseThrow(), Facts.of(JSON.valueToTree(map)), day);
    }

    private static LocalDate due(String applied, String about, String facts) {
        LocalDate day = LocalDate.parse(applied);
        Limit limit = periods("410105", facts, day).owed("app").stream()
                .filter(owed -> owed.about().equals(about))
                .findFirst()
                .orElseThrow()
                .limit();
        return DAYS.due(new Period(day, limit)).orElseThrow();
    }

    private static String said(Owed owed) {
        String begins =
                owed.begins() == null ? "at once" : "from " + owed.begins().written();
        String behind = owed.behind() == null ? "" : " behind " + owed.behind().written();
        return owed.about() + " " + owed.limit() + " " + begins + behind;
    }

    private static Deadline deadline(Instant now) {
        Casefile file = new Casefile(
                "S1",
                Kind.SUPPLY,
                "g",
                "1",
                "410105",
                "g",
                "S1",
                null,
                "applied",
                true,
                now,
                Event.nothingMore(),
                null);
        return periods("410105", "customerClass: hv, supplies: 1")
                .owed("app")
                .get(0)
                .by(file, now);
    }

    private static Event stage(String stage, String state, String at) {
        return new Event(
                Instant.parse(at),
                null,
                "stage",
                stage,
                "g",
                "e",
                null,
                Event.nothingMore().put("state", state));
    }

    private static Instant morning(LocalDate day) {
        return WorkingDays.startOf(day).plusSeconds(32_400);
    }
}
