package org.dianqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every day and every number, not only of the worked examples. */
class CalendarPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final WorkingDays DAYS =
            Calendars.read(Path.of("mappings/calendars")).of("410105");

    @Property
    void countingGivesBackWhatWasAdded(@ForAll("days") LocalDate from, @ForAll @IntRange(max = 200) int number) {
        assertThat(DAYS.count(from, add(from, number))).hasValue(number);
    }

    @Property
    void addingTwiceIsAddingTheSum(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(max = 100) int other) {
        assertThat(add(add(from, one), other)).isEqualTo(add(from, one + other));
    }

    @Property
    void whatComesOutIsNeverARestDay(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 200) int number,
            @ForAll("stops") List<Stop> stops) {
        assertThat(DAYS.isWorkingDay(due(from, number, Unit.WD, stops))).contains(true);
        assertThat(DAYS.isWorkingDay(due(from, number, Unit.ND_ROLL, stops))).contains(true);
    }

    /** A limit of no days is due on the day itself; where the clock stands still on that day, nothing is earlier or later. */
    @Property
    void whatIsAcceptedLaterIsNeverDueEarlier(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 30) int later,
            @ForAll @IntRange(min = 1, max = 100) int number,
            @ForAll("units") Unit unit,
            @ForAll("stops") List<Stop> stops) {
        assertThat(due(from.plusDays(later), number, unit, stops)).isAfterOrEqualTo(due(from, number, unit, stops));
    }

    @Property
    void aLongerLimitNeverEndsEarlier(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 100) int number,
            @ForAll @IntRange(max = 30) int more,
            @ForAll("units") Unit unit,
            @ForAll("stops") List<Stop> stops) {
        assertThat(due(from, number + more, unit, stops)).isAfterOrEqualTo(due(from, number, unit, stops));
    }

    @Property
    void movingPastRestDaysNeverMakesAPeriodShorter(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 200) int number,
            @ForAll("stops") List<Stop> stops) {
        assertThat(due(from, number, Unit.ND_ROLL, stops)).isAfterOrEqualTo(due(from, number, Unit.ND, stops));
    }

    @Property
    void aStopNeverBringsADeadlineForward(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 100) int number,
            @ForAll("units") Unit unit,
            @ForAll("stops") List<Stop> stops,
            @ForAll("stop") Stop another) {
        List<Stop> all = new ArrayList<>(stops);
        all.add(another);

        assertThat(due(from, number, unit, all)).isAfterOrEqualTo(due(from, number, unit, stops));
    }

    @Property
    void afterAStopAsManyDaysAreLeftAsBefore(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 100) int number,
            @ForAll @IntRange(max = 99) int used,
            @ForAll @IntRange(max = 40) int length) {
        LocalDate stopped = add(from, used % number).plusDays(1);
        LocalDate resumed = stopped.plusDays(length);
        LocalDate due = due(from, number, Unit.WD, List.of(new Stop(stopped, resumed)));

        assertThat(DAYS.count(resumed, due)).hasValue(number - used % number);
    }

    /** A clerk with a paper calendar strikes out day after day. */
    @Property
    void theClerkFindsTheSame(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 100) int number,
            @ForAll("stops") List<Stop> stops,
            @ForAll @IntRange(max = 300) int later) {
        LocalDate today = from.plusDays(later);
        List<LocalDate> counted =
                struckOut(from, stops, day -> DAYS.isWorkingDay(day).orElseThrow());
        List<LocalDate> natural = struckOut(from, stops, day -> true);
        long used = counted.stream().filter(day -> !day.isAfter(today)).count();

        assertThat(due(from, number, Unit.WD, stops)).isEqualTo(counted.get(number - 1));
        assertThat(due(from, number, Unit.ND, stops)).isEqualTo(natural.get(number - 1));
        assertThat(due(from, number, Unit.ND_ROLL, stops))
                .isEqualTo(counted.stream()
                        .filter(day -> !day.isBefore(natural.get(number - 1)))
                        .findFirst()
                        .orElseThrow());
        assertThat(DAYS.remaining(period(from, number, Unit.WD, stops), today)).hasValue((int) (number - used));
    }

    @Property
    void whatIsLeftIsNothingOnTheLastDay(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 100) int number,
            @ForAll("units") Unit unit,
            @ForAll("stops") List<Stop> stops) {
        Period period = period(from, number, unit, stops);
        LocalDate due = DAYS.due(period).orElseThrow();

        assertThat(DAYS.remaining(period, due)).hasValue(0);
        assertThat(DAYS.remaining(period, due.minusDays(1)).orElseThrow()).isPositive();
    }

    @Property
    void pastTheLastLoadedDayThereIsNoAnswer(
            @ForAll @IntRange(min = 1, max = 3000) int past,
            @ForAll @IntRange(max = 500) int number,
            @ForAll("units") Unit unit) {
        LocalDate day = LAST.plusDays(past);

        assertThat(DAYS.isWorkingDay(day)).isEmpty();
        assertThat(DAYS.next(day)).isEmpty();
        assertThat(DAYS.add(day, number)).isEmpty();
        assertThat(DAYS.count(FIRST, day)).isEmpty();
        assertThat(DAYS.due(period(day, number, unit, List.of()))).isEmpty();
        assertThat(DAYS.due(period(LAST.minusDays(number), number + past, Unit.ND, List.of())))
                .isEmpty();
        assertThat(DAYS.add(LAST.minusDays(number), number + past)).isEmpty();
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 550).map(FIRST::plusDays);
    }

    @Provide
    static Arbitrary<Unit> units() {
        return Arbitraries.of(Unit.WD, Unit.ND_ROLL, Unit.ND);
    }

    @Provide
    static Arbitrary<Stop> stop() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 800),
                        Arbitraries.integers().between(0, 20))
                .as((from, length) -> new Stop(FIRST.plusDays(from), FIRST.plusDays(from + length)));
    }

    @Provide
    static Arbitrary<List<Stop>> stops() {
        return stop().list().ofMaxSize(4);
    }

    private static List<LocalDate> struckOut(LocalDate from, List<Stop> stops, Predicate<LocalDate> counts) {
        return from.plusDays(1)
                .datesUntil(LAST.plusDays(1))
                .filter(counts)
                .filter(day -> stops.stream().noneMatch(stop -> stop.covers(day)))
                .toList();
    }

    private static LocalDate add(LocalDate from, int number) {
        return DAYS.add(from, number).orElseThrow();
    }

    private static LocalDate due(LocalDate from, int number, Unit unit, List<Stop> stops) {
        return DAYS.due(period(from, number, unit, stops)).orElseThrow();
    }

    private static Period period(LocalDate from, int number, Unit unit, List<Stop> stops) {
        return new Period(from, new Limit(number, unit), stops);
    }
}
