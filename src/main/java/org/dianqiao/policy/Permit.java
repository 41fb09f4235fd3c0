package org.dianqiao.policy;

import java.util.List;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The path of a permit 审批路径.
 *
 * @param limit for the whole, where the text gives one
 * @param lead how long before the start of work a filing must be there
 * @param documents the closed list of what may be asked for
 * @param duties what the builder or the utility must do on this path
 */
public record Permit(
        Step step,
        @Nullable Limit limit,
        @Nullable Limit lead,
        List<Task> tasks,
        List<Term> documents,
        List<Term> duties)
        implements Outcome {

    /**
     * What one department does in it.
     *
     * @param when for which of the works; a department that has nothing to do with them is not asked
     */
    public record Task(
            Term department, Wording item, @Nullable Limit limit, Condition when) {

        Task and(Task other) {
            return item.equals(other.item)
                    ? this
                    : new Task(department, item.then(new Wording("、", ", ")).then(other.item), limit, when);
        }
    }

    @Override
    public int order() {
        return step.turn();
    }
}
