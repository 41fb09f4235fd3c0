package org.dianqiao.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something is in force, both days inside.
 *
 * @param continued whether its figures go on as the default when it has lapsed, because nothing has taken its place
 */
public record Effective(LocalDate from, @Nullable LocalDate to, boolean continued) {

    /** Whether it decides on that day, lapsed or not. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || continued || !day.isAfter(to));
    }

    public boolean lapsed(LocalDate day) {
        return to != null && day.isAfter(to);
    }

    boolean overlaps(Effective other) {
        return reaches(other.from) && other.reaches(from);
    }

    private boolean reaches(LocalDate day) {
        return to == null || continued || !to.isBefore(day);
    }
}
