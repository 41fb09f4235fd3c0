package org.dianqiao.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The time that somebody has 期限. The day of acceptance is day zero, the next that counts is day one.
 *
 * @param stops in any order; days that lie in two of them are lost once
 */
public record Period(LocalDate accepted, Limit limit, List<Stop> stops) {

    public Period {
        if (!limit.unit().isOfDays()) {
            throw new IllegalArgumentException(limit + " is not counted in days");
        }
        stops = stops.size() < 2
                ? List.copyOf(stops)
                : stops.stream().sorted(Comparator.comparing(Stop::from)).toList();
    }

    public Period(LocalDate accepted, Limit limit) {
        this(accepted, limit, List.of());
    }
}
