package org.dianqiao.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dianqiao.casework.DeadlineStore.Reckoned;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadlines of cases, always reckoned by the calendar of this moment. Whoever changes them holds their case. */
@Component
public class Deadlines {

    private static final Duration UNTIL_ANOTHER_LOOK = Duration.ofHours(6);

    private final DeadlineStore store;
    private final Timings timings;
    private final Clock clock;

    Deadlines(DeadlineStore store, Timings timings, Clock clock) {
        this.store = store;
        this.timings = timings;
        this.clock = clock;
    }

    public void set(Casefile file, List<Deadline> fresh) {
        if (!fresh.isEmpty()) {
            store.add(file.caseNo(), reckoned(file, fresh), timings.edition());
        }
    }

    List<Reckoned> reckoned(Casefile file, List<Deadline> fresh) {
        Instant now = clock.instant();
        return fresh.stream()
                .map(deadline -> reckoned(deadline, timings.of(deadline, file.regionCode()), now))
                .toList();
    }

    String edition() {
        return timings.edition();
    }

    private static Reckoned reckoned(Deadline deadline, Timing timing, Instant now) {
        return new Reckoned(deadline, timing, look(deadline, timing, now));
    }

    /** Changes those of a case that are still owed and that are meant. */
    public void change(Casefile file, Predicate<Deadline> meant, UnaryOperator<Deadline> change) {
        List<Deadline> changed = of(file.caseNo()).stream()
                .filter(deadline -> deadline.met() == null)
                .filter(meant)
                .map(change)
                .toList();
        changed.forEach(deadline -> save(file, deadline));
        if (!changed.isEmpty()) {
            store.summarize(file.caseNo());
        }
    }

    /** What was done of these is owed once more. */
    public void renew(Casefile file, List<Deadline> known, Instant from) {
        List<Deadline> met =
                known.stream().filter(deadline -> deadline.met() != null).toList();
        met.forEach(deadline -> save(file, deadline.renewed(from)));
        if (!met.isEmpty()) {
            store.summarize(file.caseNo());
        }
    }

    /** What is still owed though its time is over. `about`: of which task or stage of the case. */
    public List<Deadline> overdue(Casefile file, String about, Instant now) {
        return of(file.caseNo()).stream()
                .filter(deadline -> deadline.met() == null && deadline.about().equals(about))
                .filter(deadline -> isOver(timings.of(deadline, file.regionCode()), now))
                .toList();
    }

    private static boolean isOver(Timing timing, Instant now) {
        return timing.end() != null && !now.isBefore(timing.end());
    }

    public List<Deadline> of(String caseNo) {
        return store.of(caseNo);
    }

    /** What is still owed in these cases, of each what is due first coming first. */
    public Map<String, List<Deadline>> owed(Collection<String> cases) {
        return store.owed(cases).stream().collect(Collectors.groupingBy(Deadline::caseNo));
    }

    private void save(Casefile file, Deadline deadline) {
        Timing timing = timings.of(deadline, file.regionCode());
        store.save(deadline, timing, look(deadline, timing, clock.instant()), timings.edition());
    }

    /** When it wants to be looked at next. Where the calendar does not reach so far, somebody may load it meanwhile. */
    static @Nullable Instant look(Deadline deadline, Timing timing, Instant now) {
        if (deadline.met() != null) {
            return null;
        }
        boolean unknown = timing.end() == null && !deadline.standsStill();
        return timing.next().orElse(unknown ? now.plus(UNTIL_ANOTHER_LOOK) : null);
    }
}
