package org.dianqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final WorkingDays ZHENGZHOU =
            Calendars.read(Path.of("mappings/calendars")).of("410105");

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 2 WD, 2026-02-24",
        "2026-02-13, 5 WD, 2026-02-27",
        "2026-09-18, 5 WD, 2026-09-24",
        "2025-09-26, 10 WD, 2025-10-16",
        "2024-09-30, 5 WD, 2024-10-12",
        "2026-04-30, 5 WD, 2026-05-11",
        "2025-01-24, 22 WD, 2025-03-03",
        "2026-09-30, 2 WD, 2026-10-09",
        "2026-09-30, 4 WD, 2026-10-12",
        "2026-09-30, 4 ND_ROLL, 2026-10-08",
        "2026-09-30, 4 ND, 2026-10-04"
    })
    void areThoseOfTheWorkedExamples(LocalDate accepted, String limit, LocalDate due) {
        assertThat(ZHENGZHOU.due(accepted, Limit.of(limit))).contains(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-08, 2 ND_ROLL, 2026-10-10",
        "2026-10-09, 2 ND_ROLL, 2026-10-12",
        "2026-09-30, 0 WD, 2026-09-30",
        "2026-10-03, 0 WD, 2026-10-03",
        "2026-10-03, 0 ND_ROLL, 2026-10-08",
        "2026-10-03, 1 WD, 2026-10-08",
        "2026-10-10, 3 ND, 2026-10-13",
        "2026-08-31, 1 MONTHS, 2026-09-30",
        "2026-05-15, 3 MONTHS, 2026-08-15"
    })
    void countFromAnyDayOfAcceptance(LocalDate accepted, String limit, LocalDate due) {
        assertThat(ZHENGZHOU.due(accepted, Limit.of(limit))).contains(due);
    }

    @ParameterizedTest
    @CsvSource({
        "5 WD, 2026-09-22, 2026-09-24, 2026-09-30",
        "5 WD, 2026-09-25, 2026-09-27, 2026-09-24",
        "5 WD, 2026-09-24, 2026-09-24, 2026-09-28",
        "5 WD, 2026-10-01, 2026-10-09, 2026-09-24",
        "5 WD, 2026-09-18, 2026-09-18, 2026-09-24",
        "5 WD, 2026-09-17, 2026-09-20, 2026-09-28",
        "5 ND, 2026-09-20, 2026-09-21, 2026-09-25",
        "5 ND_ROLL, 2026-09-20, 2026-09-21, 2026-09-28",
        "1 MONTHS, 2026-09-20, 2026-09-21, 2026-10-20",
        "0 WD, 2026-09-18, 2026-09-22, 2026-09-22",
        "0 ND_ROLL, 2026-09-18, 2026-09-22, 2026-09-22"
    })
    void moveByTheDaysOnWhichTheClockStoodStill(String limit, LocalDate from, LocalDate to, LocalDate due) {
        Period period = accepted("2026-09-18", limit, new Stop(from, to));

        assertThat(ZHENGZHOU.due(period)).contains(due);
    }

    @Test
    void loseADayOnceThatLiesInTwoStops() {
        Stop papers = stop("2026-09-22", "2026-09-24");
        Stop works = stop("2026-09-21", "2026-09-23");

        assertThat(ZHENGZHOU.due(accepted("2026-09-18", "5 WD", papers, works)))
                .isEqualTo(ZHENGZHOU.due(accepted("2026-09-18", "5 WD", stop("2026-09-21", "2026-09-24"))))
                .contains(day("2026-10-08"));
    }

    @Test
    void moveAgainWhenTheClockIsStoppedOnTheDayToWhichTheyWereMoved() {
        Stop onTheMonday = stop("2026-09-28", "2026-09-29");
        Stop onTheNext = stop("2026-09-30", "2026-09-30");

        assertThat(ZHENGZHOU.due(accepted("2026-09-18", "7 ND_ROLL"))).contains(day("2026-09-28"));
        assertThat(ZHENGZHOU.due(accepted("2026-09-18", "7 ND_ROLL", onTheMonday)))
                .contains(day("2026-09-30"));
        assertThat(ZHENGZHOU.due(accepted("2026-09-18", "7 ND_ROLL", onTheNext, onTheMonday)))
                .contains(day("2026-10-08"));
        assertThat(ZHENGZHOU.due(accepted("2026-09-18", "7 ND_ROLL", Stop.since(day("2026-09-28")))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5 WD", "5 ND", "5 ND_ROLL"})
    void areUnknownWhileTheClockStandsStill(String limit) {
        assertThat(ZHENGZHOU.due(accepted("2026-09-18", limit, Stop.since(day("2026-09-22")))))
                .isEmpty();
    }

    @Test
    void stayAsTheyWereWhenTheClockIsStoppedAfterThem() {
        assertThat(ZHENGZHOU.due(accepted("2026-09-18", "5 WD", Stop.since(day("2026-09-25")))))
                .contains(day("2026-09-24"));
    }

    @ParameterizedTest
    @CsvSource({
        "5 WD, 2026-09-17, 5",
        "5 WD, 2026-09-18, 5",
        "5 WD, 2026-09-20, 4",
        "5 WD, 2026-09-24, 0",
        "5 WD, 2026-09-27, 0",
        "5 WD, 2026-09-28, -1",
        "5 WD, 2026-10-08, -4",
        "7 ND, 2026-09-24, 1",
        "7 ND, 2026-09-27, -2",
        "7 ND_ROLL, 2026-09-24, 4",
        "7 ND_ROLL, 2026-09-28, 0",
        "7 ND_ROLL, 2026-09-29, -1",
        "1 MONTHS, 2026-09-28, 20"
    })
    void sayHowManyDaysAreLeft(String limit, LocalDate today, int left) {
        assertThat(ZHENGZHOU.remaining(accepted("2026-09-18", limit), today)).hasValue(left);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-21, 3", "2026-09-22, 3", "2026-09-30, 3"})
    void keepWhatIsLeftWhileTheClockStandsStill(LocalDate today, int left) {
        Period stopped = accepted("2026-09-18", "5 WD", Stop.since(day("2026-09-22")));

        assertThat(ZHENGZHOU.remaining(stopped, today)).hasValue(left);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-24, 3", "2026-09-27, 3", "2026-09-28, 2", "2026-10-08, 0", "2026-10-09, -1"})
    void goOnFromWhatWasLeft(LocalDate today, int left) {
        Period resumed =
                accepted("2026-09-18", "5 WD", stop("2026-09-22", "2026-09-24"), stop("2026-09-30", "2026-09-30"));

        assertThat(ZHENGZHOU.remaining(resumed, today)).hasValue(left);
    }

    @Test
    void doNotSayWhatIsLeftOfAMovedPeriodBeforeItsEndIsKnown() {
        Period stopped = accepted("2026-09-18", "7 ND_ROLL", Stop.since(day("2026-09-22")));

        assertThat(ZHENGZHOU.remaining(stopped, day("2026-09-24"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 1 WD",
        "2026-12-25, 5 WD",
        "2026-12-31, 1 ND",
        "2026-12-30, 1 MONTHS",
        "2027-01-04, 0 WD",
        "2023-12-29, 1 WD",
        "2023-12-31, 1 ND",
        "2023-12-31, 0 ND_ROLL"
    })
    void areUnknownWhereADayWouldBeNeededThatIsNotLoaded(LocalDate accepted, String limit) {
        assertThat(ZHENGZHOU.due(accepted, Limit.of(limit))).isEmpty();
    }

    @Test
    void areKnownUpToTheLastLoadedDay() {
        assertThat(ZHENGZHOU.due(day("2026-12-25"), Limit.of("4 WD"))).contains(day("2026-12-31"));
        assertThat(ZHENGZHOU.due(day("2026-12-25"), Limit.of("6 ND_ROLL"))).contains(day("2026-12-31"));
    }

    @Test
    void areUnknownWhenTheClockRunsAgainPastTheLoadedYears() {
        Period intoTheNewYear = accepted("2026-12-21", "5 WD", stop("2026-12-23", "2027-01-05"));

        assertThat(ZHENGZHOU.due(intoTheNewYear)).isEmpty();
        assertThat(ZHENGZHOU.remaining(intoTheNewYear, day("2026-12-31"))).hasValue(4);
        assertThat(ZHENGZHOU.remaining(intoTheNewYear, day("2027-01-06"))).isEmpty();
    }

    @Test
    void beginOnTheDayThatItIsInTheOffices() {
        assertThat(WorkingDays.dayOf(Instant.parse("2026-09-30T15:59:59.999Z"))).isEqualTo("2026-09-30");
        assertThat(WorkingDays.dayOf(Instant.parse("2026-09-30T16:00:00Z"))).isEqualTo("2026-10-01");
    }

    @Test
    void ofHoursAreNotCountedInDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(day("2026-09-30"), Limit.of("18 HOURS")))
                .withMessage("18 HOURS is not counted in days");
    }

    @Test
    void areNotCountedBackward() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZHENGZHOU.add(day("2026-09-30"), -1))
                .withMessage("days are counted forward");
    }

    @Test
    void knowNoClockThatRunsAgainBeforeItWasStopped() {
        assertThatIllegalArgumentException().isThrownBy(() -> stop("2026-09-24", "2026-09-22"));
    }

    private static Period accepted(String accepted, String limit, Stop... stops) {
        return new Period(day(accepted), Limit.of(limit), List.of(stops));
    }

    private static Stop stop(String from, String to) {
        return new Stop(day(from), day(to));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
