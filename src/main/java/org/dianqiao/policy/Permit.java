package org.dianqiao.policy;

import java.util.List;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The path of a permit 审批路径.
 *
 * @param limit for the whole, where the text gives one
 * @param instead what the builder may choose in its place
 * @param documents the closed list of what may be asked for
 * @param commitments those of the duties to which the builder commits in the filing
 * @param duties what the builder or the utility must do on this path
 */
public record Permit(
        Step step,
        @Nullable Limit limit,
        @Nullable Instead instead,
        List<Task> tasks,
        List<Term> documents,
        List<Term> commitments,
        List<Term> duties)
        implements Outcome {

    /**
     * Another path that is open too.
     *
     * @param lead how long before the start of work it must have been taken
     */
    public record Instead(Step step, Limit lead) {}

    /**
     * What one department does in it.
     *
     * @param when for which of the works; a department that has nothing to do with them is not asked
     */
    public record Task(
            Term department, Wording item, @Nullable Limit limit, Condition when) {

        /** Both in one: the longer limit, none where one of them has none. */
        Task and(Task other) {
            Wording both = item.equals(other.item)
                    ? item
                    : item.then(new Wording("、", ", ")).then(other.item);
            return new Task(department, both, longer(limit, other.limit), when);
        }

        private static @Nullable Limit longer(@Nullable Limit one, @Nullable Limit other) {
            if (one == null || other == null || one.unit() != other.unit()) {
                return null;
            }
            return one.value() < other.value() ? other : one;
        }
    }

    @Override
    public int order() {
        return step.turn();
    }
}
