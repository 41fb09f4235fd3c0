package org.dianqiao.progress;

import java.time.Instant;
import org.dianqiao.calendar.Stop;
import org.dianqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** A time during which a clock stood still, by our own; without an end while it does. */
record Halt(Instant from, @Nullable Instant to) {

    Stop days() {
        return new Stop(WorkingDays.dayOf(from), to == null ? null : WorkingDays.dayOf(to));
    }
}
