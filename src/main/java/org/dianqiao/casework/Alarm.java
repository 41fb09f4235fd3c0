package org.dianqiao.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.Period;
import org.dianqiao.calendar.Unit;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.policy.Warnings.Warning;
import org.jspecify.annotations.Nullable;

/**
 * The moment of a warning. Before the end of a period it comes on the morning of the day that reaches its percentage,
 * so that the day can still be used; once overdue it comes when the day that it waits for has fully gone by.
 */
record Alarm(Warning warning, Instant at) {

    /** None where the clock stands still before it, or the calendar does not reach so far. */
    static Optional<Alarm> of(Deadline deadline, Warning warning, WorkingDays days) {
        Optional<Instant> at = deadline.limit().unit().isOfDays()
                ? inDays(deadline.period(), warning, days)
                : inTime(deadline, warning, days);
        return at.map(moment -> new Alarm(warning, moment));
    }

    private static Optional<Instant> inDays(Period period, Warning warning, WorkingDays days) {
        Limit share = share(period, warning.percent());
        Optional<LocalDate> reached = days.due(new Period(period.accepted(), share, period.stops()));
        if (warning.percent() < 100) {
            return share.value() == 0 ? Optional.empty() : reached.map(WorkingDays::startOf);
        }
        return reached.flatMap(day -> days.due(period)
                .flatMap(due -> over(due, warning.overdue(), days))
                .map(over -> endOf(day.isAfter(over) ? day : over)));
    }

    private static Optional<Instant> inTime(Deadline deadline, Warning warning, WorkingDays days) {
        Instant end = deadline.limit().after(deadline.began());
        Duration whole = Duration.between(deadline.began(), end);
        Instant reached =
                deadline.began().plus(whole.multipliedBy(warning.percent()).dividedBy(100));
        Limit overdue = warning.overdue();
        if (overdue == null || overdue.value() == 0) {
            return Optional.of(reached);
        }
        return over(WorkingDays.dayOf(end), overdue, days)
                .map(Alarm::endOf)
                .map(over -> over.isAfter(reached) ? over : reached);
    }

    /** The number of the day on which so many hundredths are reached, counted as the period counts. */
    private static Limit share(Period period, int percent) {
        LocalDate accepted = period.accepted();
        Limit limit = period.limit();
        long whole = limit.unit() == Unit.MONTHS
                ? accepted.plusMonths(limit.value()).toEpochDay() - accepted.toEpochDay()
                : limit.value();
        Unit unit = limit.unit() == Unit.WD ? Unit.WD : Unit.ND;
        return new Limit((int) ((whole * percent + 99) / 100), unit);
    }

    private static Optional<LocalDate> over(LocalDate due, @Nullable Limit overdue, WorkingDays days) {
        return overdue == null ? Optional.of(due) : days.due(due, overdue);
    }

    private static Instant endOf(LocalDate day) {
        return WorkingDays.startOf(day.plusDays(1));
    }
}
