package org.dianqiao.policy;

import java.util.List;
import java.util.Locale;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * How long the utility may take 办理时限.
 *
 * @param each the limit of every stage that has one; of a `PART` just one
 * @param total for all of them together
 * @param excluded stages whose time is not counted; the customer's own works never are
 */
public record Stages(
        Clock clock, List<Stage> each, @Nullable Limit total, List<Term> excluded) implements Outcome {

    /** Whose time is counted. */
    public enum Clock {
        UTILITY("电网环节时间", "time of the utility"),
        WHOLE("全过程时间", "time of the whole process"),
        PART("单项时限", "limit of one step");

        private final Wording title;

        Clock(String zh, String en) {
            title = new Wording(zh, en);
        }

        public Wording title() {
            return title;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Stage(Term stage, Limit limit) {}

    @Override
    public String about() {
        return clock == Clock.PART ? each.get(0).stage().code() : clock.written();
    }
}
