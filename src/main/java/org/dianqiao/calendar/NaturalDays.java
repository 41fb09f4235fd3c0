package org.dianqiao.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every day counts. Beyond the loaded years there is no answer here either: whoever reads a deadline wants to know
 * whether its day is a working day.
 */
record NaturalDays(LocalDate first, LocalDate last) implements Days {

    @Override
    public Optional<LocalDate> add(LocalDate date, int days) {
        return hold(date) && days <= ChronoUnit.DAYS.between(date, last)
                ? Optional.of(date.plusDays(days))
                : Optional.empty();
    }

    @Override
    public OptionalInt count(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return OptionalInt.of(0);
        }
        return hold(from) && hold(to) ? OptionalInt.of((int) ChronoUnit.DAYS.between(from, to)) : OptionalInt.empty();
    }

    boolean hold(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
