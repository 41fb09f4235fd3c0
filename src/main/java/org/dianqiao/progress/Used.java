package org.dianqiao.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.Period;
import org.dianqiao.calendar.Unit;
import org.dianqiao.calendar.WorkingDays;

/** Time that was used, without the halts. Pure. */
record Used(Instant from, Instant until, List<Halt> halts) {

    private static final Limit NOTHING = new Limit(0, Unit.WD);

    /** Unknown where the calendar does not reach so far. */
    OptionalInt workingDays(WorkingDays days) {
        Period period = new Period(
                WorkingDays.dayOf(from), NOTHING, halts.stream().map(Halt::days).toList());
        OptionalInt left = days.remaining(period, WorkingDays.dayOf(until));
        return left.isPresent() ? OptionalInt.of(-left.getAsInt()) : left;
    }

    double hours() {
        Duration used = Duration.between(from, until);
        for (Halt halt : halts) {
            Instant begin = later(halt.from(), from);
            Instant end = halt.to() == null || halt.to().isAfter(until) ? until : halt.to();
            used = end.isAfter(begin) ? used.minus(Duration.between(begin, end)) : used;
        }
        return used.toSeconds() / 3600.0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
