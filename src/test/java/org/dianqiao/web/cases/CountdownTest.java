package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Deadline;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.dianqiao.web.cases.Countdown.State;
import org.junit.jupiter.api.Test;

/** Of a road permit that was accepted on the last day before the week of the national holiday. */
class CountdownTest {

    private static final WorkingDays ZHENGZHOU =
            Calendars.read(Path.of("mappings/calendars")).of("410105");
    private static final Instant ACCEPTED = at("2026-09-30T10:00");

    private final Deadline fiveDays = limited("5 WD");

    @Test
    void countsTheDaysThatAreLeftAndNamesTheLast() {
        Countdown countdown = on(fiveDays, "2026-10-09T09:00");

        assertThat(countdown.state()).isEqualTo(State.RUNNING);
        assertThat(countdown.day()).isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(countdown.left()).isEqualTo(3);
        assertThat(countdown.used()).isEqualTo(40);
    }

    @Test
    void isInTimeUntilTheLastMomentOfTheLastDay() {
        assertThat(on(fiveDays, "2026-10-13T23:59").state()).isEqualTo(State.RUNNING);
        assertThat(on(fiveDays, "2026-10-13T23:59").left()).isZero();
        assertThat(on(fiveDays, "2026-10-14T00:00").state()).isEqualTo(State.OVER);
        assertThat(on(fiveDays, "2026-10-15T12:00").left()).isEqualTo(-2);
        assertThat(on(fiveDays, "2026-10-15T12:00").used()).isEqualTo(100);
    }

    @Test
    void saysWhatIsLeftWhileTheClockStandsStillButNoDay() {
        Countdown countdown = on(fiveDays.stopped(LocalDate.of(2026, 10, 9)), "2026-10-20T09:00");

        assertThat(countdown.state()).isEqualTo(State.STOPPED);
        assertThat(countdown.day()).isNull();
        assertThat(countdown.left()).isEqualTo(4);
    }

    @Test
    void standsAsItStoodWhenItWasDone() {
        assertThat(on(fiveDays.met(at("2026-10-09T09:00")), "2026-12-01T09:00"))
                .satisfies(done -> assertThat(done.state()).isEqualTo(State.MET))
                .satisfies(done -> assertThat(done.left()).isEqualTo(3));
        assertThat(on(fiveDays.met(at("2026-10-14T09:00")), "2026-12-01T09:00").state())
                .isEqualTo(State.MET_LATE);
    }

    @Test
    void knowsNoDayBeyondTheLoadedCalendars() {
        Countdown countdown = on(limited("900 WD"), "2026-10-09T09:00");

        assertThat(countdown.state()).isEqualTo(State.UNKNOWN);
        assertThat(countdown.day()).isNull();
    }

    @Test
    void knowsNotWhetherWhatWasDoneIsInTimeWhereNoCalendarHasItsLastDay() {
        Deadline rolling = limited("900 ND_ROLL").met(at("2026-10-09T09:00"));

        assertThat(on(rolling, "2026-10-20T09:00").state().word()).isEqualTo("done");
        assertThat(on(rolling, "2026-10-20T09:00").left()).isNull();
    }

    @Test
    void countsWhatWasLeftWhereItWasDoneWhileTheClockStoodStill() {
        Deadline still = fiveDays.stopped(LocalDate.of(2026, 10, 9));

        assertThat(on(still.met(at("2026-10-20T09:00")), "2026-12-01T09:00"))
                .satisfies(done -> assertThat(done.state()).isEqualTo(State.MET))
                .satisfies(done -> assertThat(done.left()).isEqualTo(4));
        assertThat(on(fiveDays.stopped(LocalDate.of(2026, 10, 17)).met(at("2026-10-20T09:00")), "2026-12-01T09:00")
                        .state())
                .isEqualTo(State.MET_LATE);
    }

    @Test
    void countsTheMinutesOfAReservationDayAndNight() {
        Deadline twentyMinutes = limited("20 MINUTES");

        assertThat(on(twentyMinutes, "2026-09-30T10:15").left()).isEqualTo(5);
        assertThat(on(twentyMinutes, "2026-09-30T10:15").used()).isEqualTo(75);
        assertThat(Countdown.of(twentyMinutes, ZHENGZHOU, at("2026-09-30T10:19").plusSeconds(59))
                        .left())
                .isEqualTo(1);
        assertThat(on(twentyMinutes, "2026-09-30T10:20").state()).isEqualTo(State.OVER);
        assertThat(on(twentyMinutes, "2026-09-30T11:20").left()).isEqualTo(-60);
    }

    private static Countdown on(Deadline deadline, String officeTime) {
        return Countdown.of(deadline, ZHENGZHOU, at(officeTime));
    }

    private static Deadline limited(String limit) {
        return Deadline.of(
                "P410105-260930-000001",
                "T-1",
                new Wording("道路挖掘", "road works"),
                Side.DEPARTMENT,
                "municipal.zhengzhou",
                "HEN20-P3",
                ACCEPTED,
                Limit.of(limit));
    }

    private static Instant at(String officeTime) {
        return LocalDateTime.parse(officeTime)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}
