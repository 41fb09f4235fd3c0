package org.dianqiao.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * One rule of a pack: when it applies, what follows, where it is written, and the words that are shown.
 *
 * @param id as the texts' clauses are called here; it stands several times where its clause has several cases, which never
 *     overlap
 * @param line where it stands in its file
 * @param restates other clauses that say the same
 */
public record Rule<O extends Outcome>(
        String id,
        int line,
        Condition when,
        Effective effective,
        O outcome,
        Citation citation,
        Wording says,
        List<String> restates) {

    boolean covers(LocalDate day) {
        return effective.covers(day);
    }

    /** Whether some works on some day would meet both, with nothing to tell which of them decides. */
    boolean contradicts(Rule<?> other) {
        return outcome.getClass() == other.outcome.getClass()
                && outcome.order() == other.outcome.order()
                && outcome.about().equals(other.outcome.about())
                && effective.overlaps(other.effective)
                && when.overlaps(other.when);
    }
}
