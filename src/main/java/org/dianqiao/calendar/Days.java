package org.dianqiao.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Days that count, of the years that are loaded. Where a day beyond them would be needed there is no answer. */
interface Days {

    /** The day on which so many have gone by, the one after `date` being the first; none: the date itself. */
    Optional<LocalDate> add(LocalDate date, int days);

    /** How many there are after `from` up to and including `to`; none where `to` is not later. */
    OptionalInt count(LocalDate from, LocalDate to);
}
