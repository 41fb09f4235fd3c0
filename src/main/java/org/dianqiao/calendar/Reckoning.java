package org.dianqiao.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** One period in one jurisdiction. Each stop is a new day zero for what was left when the clock was stopped. */
record Reckoning(WorkingDays working, Period period) {

    Optional<LocalDate> due() {
        Optional<LocalDate> last = lastCounted();
        return period.limit().unit() == Unit.ND_ROLL ? last.flatMap(this::roll) : last;
    }

    OptionalInt remaining(LocalDate today) {
        OptionalInt whole = whole();
        OptionalInt used = used(today);
        return whole.isPresent() && used.isPresent()
                ? OptionalInt.of(whole.getAsInt() - used.getAsInt())
                : OptionalInt.empty();
    }

    private Optional<LocalDate> lastCounted() {
        Days days = days();
        LocalDate zero = period.accepted();
        int left = daysOfTheLimit();
        for (Stop stop : period.stops()) {
            Optional<LocalDate> end = days.add(zero, left);
            if (end.isEmpty() || end.get().isBefore(stop.from())) {
                return end;
            }
            if (stop.to() == null) {
                return Optional.empty();
            }
            left -= counted(zero, stop.from().minusDays(1));
            zero = later(zero, stop.to());
        }
        return days.add(zero, left);
    }

    /** The clock may be stopped between the last day and the working day to which it is moved. */
    private Optional<LocalDate> roll(LocalDate last) {
        Optional<LocalDate> due = working.next(last);
        for (Stop stop : period.stops()) {
            if (due.isPresent() && stop.from().isAfter(last) && stop.covers(due.get())) {
                due = Optional.ofNullable(stop.to()).flatMap(end -> working.next(end.plusDays(1)));
            }
        }
        return due;
    }

    private OptionalInt whole() {
        return period.limit().unit() == Unit.ND_ROLL
                ? due().map(this::used).orElseGet(OptionalInt::empty)
                : OptionalInt.of(daysOfTheLimit());
    }

    private OptionalInt used(LocalDate until) {
        if (days().count(period.accepted(), until).isEmpty()) {
            return OptionalInt.empty();
        }
        int used = 0;
        LocalDate zero = period.accepted();
        for (Stop stop : period.stops()) {
            used += counted(zero, earlier(until, stop.from().minusDays(1)));
            zero = later(zero, stop.to() == null ? until : stop.to());
        }
        return OptionalInt.of(used + counted(zero, until));
    }

    /** Between days that are known to be loaded. */
    private int counted(LocalDate from, LocalDate to) {
        return days().count(from, to).orElseThrow();
    }

    private Days days() {
        return period.limit().unit() == Unit.WD ? working : working.loaded();
    }

    private int daysOfTheLimit() {
        int value = period.limit().value();
        return period.limit().unit() == Unit.MONTHS
                ? (int) ChronoUnit.DAYS.between(
                        period.accepted(), period.accepted().plusMonths(value))
                : value;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
