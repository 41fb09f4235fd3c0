package org.dianqiao.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianqiao.calendar.Unit;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Timings;
import org.dianqiao.progress.SupplyStore.Earlier;
import org.springframework.stereotype.Component;

/**
 * Applications that are made again 重走流程: applicant, site and capacity are those of an earlier one that was put away
 * without power, or is being left, when most of its time was used.
 */
@Component
class Reruns {

    /** Where the orange warning stands by default: whoever begins again now hides that it would be late. */
    private static final int NEARLY_USED = 80;

    private static final Duration SOON = Duration.ofDays(30);

    /** Of more than these the oldest count: they have had the most time. */
    private static final int MOST = 50;

    private final SupplyStore store;
    private final Deadlines deadlines;
    private final Timings timings;

    Reruns(SupplyStore store, Deadlines deadlines, Timings timings) {
        this.store = store;
        this.deadlines = deadlines;
        this.timings = timings;
    }

    private record Left(Earlier earlier, int percent) {}

    /** Of several it is the one whose time was used most. */
    Optional<Event> look(Supply supply, byte[] fingerprint, String entry, Instant now) {
        return store.earlier(fingerprint, supply.file().caseNo(), now.minus(SOON), MOST).stream()
                .map(earlier -> new Left(earlier, percent(earlier, now)))
                .max(Comparator.comparingInt(Left::percent))
                .filter(left -> left.percent() >= NEARLY_USED)
                .map(left -> rerun(left, entry, now));
    }

    private static Event rerun(Left left, String entry, Instant now) {
        return Event.concluded(
                now,
                "re-run",
                null,
                entry,
                Event.nothingMore().put("earlier", left.earlier().number()).put("percent", left.percent()));
    }

    private int percent(Earlier earlier, Instant now) {
        return deadlines.of(earlier.caseNo()).stream()
                .filter(deadline -> List.of(Periods.UTILITY, Periods.WHOLE).contains(deadline.about()))
                .mapToInt(deadline -> percent(deadline, earlier.regionCode(), now))
                .max()
                .orElse(0);
    }

    /** How much of its time was used when it was left. */
    private int percent(Deadline deadline, String region, Instant now) {
        if (deadline.limit().unit() != Unit.WD || deadline.limit().value() == 0) {
            return 0;
        }
        Instant left = deadline.met() == null ? now : deadline.met();
        int whole = deadline.limit().value();
        return timings.days(region).remaining(deadline.period(), WorkingDays.dayOf(left)).stream()
                .map(remaining -> (whole - remaining) * 100 / whole)
                .findFirst()
                .orElse(0);
    }
}
