package org.dianqiao.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The clock stands still: papers are being completed 补正, a special procedure 特别程序 is under way, the customer builds.
 *
 * @param from the day it was stopped; it does not count
 * @param to the day it runs again, not counted either; null while nobody knows
 */
public record Stop(LocalDate from, @Nullable LocalDate to) {

    public Stop {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a clock does not run again before it was stopped");
        }
    }

    /** Begun and not ended. */
    public static Stop since(LocalDate from) {
        return new Stop(from, null);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
