package org.dianqiao.calendar;

import java.time.LocalDate;
import java.util.Set;

/** What one authority arranges for one year 放假安排: rest days, and weekends that make up for them 调休. */
record Notice(Set<LocalDate> off, Set<LocalDate> work) {

    Notice {
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }

    /** Whether the day is a working day, if it would have been one without this notice. */
    boolean works(LocalDate day, boolean otherwise) {
        return work.contains(day) || (otherwise && !off.contains(day));
    }
}
