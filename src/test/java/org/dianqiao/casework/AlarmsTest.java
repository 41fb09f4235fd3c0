package org.dianqiao.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Warnings;
import org.dianqiao.policy.Warnings.Colour;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Warnings.Warning;
import org.dianqiao.policy.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When warnings come: by the pack's thresholds and the notices' working days. */
class AlarmsTest {

    private static final WorkingDays DAYS =
            Calendars.read(Path.of("mappings/calendars")).of("410105");
    private static final List<Warning> WARNINGS = Policies.read(Path.of("mappings/policies"))
            .of("341002", LocalDate.parse("2026-11-20"))
            .orElseThrow()
            .find(Warnings.class, "department", Facts.none(), LocalDate.parse("2026-11-20"))
            .rule()
            .orElseThrow()
            .outcome()
            .each();

    /** Each at the beginning of its day in the offices. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        2026-11-02 | 5 WD     | 2026-11-09 | blue 2026-11-05, orange 2026-11-06, yellow 2026-11-10, red 2026-11-11
        2026-11-02 | 10 WD    | 2026-11-16 | blue 2026-11-09, orange 2026-11-12, yellow 2026-11-17, red 2026-11-19
        2026-11-02 | 1 WD     | 2026-11-03 | blue 2026-11-03, orange 2026-11-03, yellow 2026-11-04, red 2026-11-05
        2026-11-02 | 0 WD     | 2026-11-02 | yellow 2026-11-03, red 2026-11-04
        # Spring Festival: Saturday 14 February works, 15 to 23 rest, Saturday 28 works.
        2026-02-12 | 5 WD     | 2026-02-26 | blue 2026-02-24, orange 2026-02-25, yellow 2026-02-27, red 2026-02-28
        2026-02-13 | 10 WD    | 2026-03-05 | blue 2026-02-27, orange 2026-03-03, yellow 2026-03-06, red 2026-03-10
        # The turn of the year: 1 to 3 January rest, Sunday 4 January works.
        2025-12-30 | 5 WD     | 2026-01-07 | blue 2026-01-05, orange 2026-01-06, yellow 2026-01-08, red 2026-01-09
        # Nobody knows the holidays of 2027 yet.
        2026-12-28 | 5 WD     | none       | blue 2026-12-31
        2026-12-30 | 5 WD     | none       | none
        # 4 natural days end in the National Day holiday and are moved behind it.
        2026-09-30 | 4 ND_ROLL | 2026-10-08 | blue 2026-10-02, orange 2026-10-04, yellow 2026-10-09, red 2026-10-10
        2026-08-31 | 3 MONTHS | 2026-11-30 | blue 2026-10-16, orange 2026-11-12, yellow 2026-12-01, red 2026-12-20
        """)
    void come(String accepted, Limit limit, LocalDate due, String alarms) {
        Timing timing = Timing.of(deadline(WorkingDays.startOf(LocalDate.parse(accepted)), limit), WARNINGS, DAYS);

        assertThat(timing.day()).isEqualTo(due);
        assertThat(written(timing)).isEqualTo(alarms == null ? "" : alarms);
    }

    @Test
    void comeByTheMinuteWhereMinutesCountDayAndNight() {
        Instant booked = Instant.parse("2026-10-02T15:50:00Z");

        Timing timing = Timing.of(deadline(booked, Limit.of("20 MINUTES")), WARNINGS, DAYS);

        assertThat(timing.end()).isEqualTo("2026-10-02T16:10:00Z");
        assertThat(timing.alarms())
                .extracting(Alarm::at)
                .containsExactly(
                        Instant.parse("2026-10-02T16:00:00Z"),
                        Instant.parse("2026-10-02T16:06:00Z"),
                        Instant.parse("2026-10-02T16:10:00Z"),
                        WorkingDays.startOf(LocalDate.parse("2026-10-09")));
    }

    @Test
    void doNotComeWhileTheClockStandsStillAndComeLaterForIt() {
        Deadline running = deadline(WorkingDays.startOf(LocalDate.parse("2026-11-02")), Limit.of("5 WD"));
        Deadline still = running.stopped(LocalDate.parse("2026-11-04"));
        Deadline goingOn = still.goingOn(LocalDate.parse("2026-11-06"));

        assertThat(Timing.of(still, WARNINGS, DAYS).alarms()).isEmpty();
        assertThat(Timing.of(goingOn, WARNINGS, DAYS).day()).isEqualTo("2026-11-12");
        assertThat(written(Timing.of(goingOn, WARNINGS, DAYS)))
                .isEqualTo("blue 2026-11-10, orange 2026-11-11, yellow 2026-11-13, red 2026-11-14");
    }

    @Test
    void areRaisedOnceAndOfSeveralOnlyTheStrongest() {
        Deadline deadline = deadline(WorkingDays.startOf(LocalDate.parse("2026-11-02")), Limit.of("5 WD"));
        Instant late = WorkingDays.startOf(LocalDate.parse("2026-11-10"));

        Alarm rings = Timing.of(deadline, WARNINGS, DAYS).rings(late).orElseThrow();

        assertThat(rings.warning().colour()).isEqualTo(Colour.YELLOW);
        assertThat(written(Timing.of(deadline.warned(Colour.YELLOW), WARNINGS, DAYS)))
                .isEqualTo("red 2026-11-11");
        assertThat(Timing.of(deadline.warned(Colour.RED), WARNINGS, DAYS).alarms())
                .isEmpty();
    }

    @Test
    void countAnewFromAcceptance() {
        Deadline deadline = deadline(WorkingDays.startOf(LocalDate.parse("2026-11-02")), Limit.of("5 WD"));

        Deadline accepted = deadline.warned(Colour.YELLOW)
                .stopped(LocalDate.parse("2026-11-10"))
                .anew(Instant.parse("2026-11-11T08:00:00Z"));

        assertThat(Timing.of(accepted, WARNINGS, DAYS).day()).isEqualTo("2026-11-18");
        assertThat(written(Timing.of(accepted, WARNINGS, DAYS)))
                .isEqualTo("blue 2026-11-16, orange 2026-11-17, yellow 2026-11-19, red 2026-11-20");
    }

    private static Deadline deadline(Instant began, Limit limit) {
        return Deadline.of(
                "P410105-261120-000001",
                "P410105-261120-000001-1",
                new Wording("规划许可", "planning"),
                Side.DEPARTMENT,
                "planning.zhengzhou",
                "HEN19-P3",
                began,
                limit);
    }

    private static String written(Timing timing) {
        return timing.alarms().stream()
                .map(alarm -> alarm.warning().colour().written() + " " + WorkingDays.dayOf(alarm.at()))
                .collect(Collectors.joining(", "));
    }
}
