package org.dianqiao.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.policy.Warnings.Colour;
import org.dianqiao.policy.Warnings.Warning;
import org.jspecify.annotations.Nullable;

/**
 * What a deadline comes to by the calendar of this moment.
 *
 * @param day the last day; none for hours and minutes
 * @param end when its time is over; none while the clock stands still, or where the calendar does not reach so far
 * @param alarms those to come, in the order of their colours
 */
public record Timing(@Nullable LocalDate day, @Nullable Instant end, List<Alarm> alarms) {

    static Timing of(Deadline deadline, List<Warning> warnings, WorkingDays days) {
        Optional<LocalDate> day = deadline.limit().unit().isOfDays() ? days.due(deadline.period()) : Optional.empty();
        Instant end = deadline.limit().unit().isOfDays()
                ? day.map(last -> WorkingDays.startOf(last.plusDays(1))).orElse(null)
                : deadline.limit().after(deadline.began());
        List<Alarm> alarms = warnings.stream()
                .filter(warning -> isStronger(warning.colour(), deadline.raised()))
                .flatMap(warning -> Alarm.of(deadline, warning, days).stream())
                .sorted(Comparator.comparing(alarm -> alarm.warning().colour()))
                .toList();
        return new Timing(day.orElse(null), end, alarms);
    }

    /** The strongest whose moment has come. One that was passed over meanwhile is not raised any more. */
    Optional<Alarm> rings(Instant now) {
        return alarms.stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .max(Comparator.comparing(alarm -> alarm.warning().colour()));
    }

    Optional<Instant> next() {
        return alarms.stream().map(Alarm::at).min(Comparator.naturalOrder());
    }

    private static boolean isStronger(Colour colour, @Nullable Colour raised) {
        return raised == null || colour.compareTo(raised) > 0;
    }
}
