package org.dianqiao.web.guide;

import java.util.Comparator;
import java.util.List;
import org.dianqiao.policy.Papers;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Stages;

/** In which order pages show what the packs keep without one. */
final class Order {

    /** Stages as a customer goes through them. */
    private static final List<String> STAGES = List.of(
            "accepted",
            "scheme-answered",
            "design-reviewed",
            "mid-inspected",
            "customer-works",
            "grid-works",
            "completion-inspected",
            "contract-signed",
            "connected");

    /** Whole clocks before single stages, these as they follow each other; the rest stays as it is. */
    static final Comparator<Rule<?>> OF_THE_PROCESS = Comparator.comparingInt(Order::place);

    private Order() {}

    private static int place(Rule<?> rule) {
        if (rule.outcome() instanceof Stages stages && stages.clock() != Stages.Clock.PART) {
            return stages.clock() == Stages.Clock.UTILITY ? -2 : -1;
        }
        if (rule.outcome() instanceof Stages || rule.outcome() instanceof Papers) {
            int stage = STAGES.indexOf(rule.outcome().about());
            return stage < 0 ? STAGES.size() : stage;
        }
        return 0;
    }
}
