package org.dianqiao.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.policy.Wording;

/**
 * How far a utility is with a supply 用电报装环节, and which stages lie before which. Those of which neither lies before
 * the other may go on side by side: the works of the customer and those on the grid.
 */
public enum Stage {
    ACCEPTED("业务受理", "acceptance"),
    SCHEME_ANSWERED("供电方案答复", "scheme answered", ACCEPTED),
    DESIGN_REVIEWED("设计审查", "design review", SCHEME_ANSWERED),
    MID_INSPECTED("中间检查", "mid inspection", DESIGN_REVIEWED),
    CUSTOMER_WORKS("客户外部工程实施", "customer's works", DESIGN_REVIEWED),
    GRID_WORKS("配套电网工程", "works on the grid", SCHEME_ANSWERED),
    COMPLETION_INSPECTED("竣工检验", "completion inspection", MID_INSPECTED, CUSTOMER_WORKS),
    CONTRACT_SIGNED("供用电合同签订", "contract signed", ACCEPTED),
    CONNECTED("装表接电", "meter and power", COMPLETION_INSPECTED, GRID_WORKS, CONTRACT_SIGNED),
    ARCHIVED("资料归档", "archived", CONNECTED),
    CALLED_BACK("用户回访", "customer called back", CONNECTED);

    private final Wording title;
    private final Set<Stage> before;

    Stage(String zh, String en, Stage... before) {
        this.title = new Wording(zh, en);
        this.before = Set.of(before);
    }

    public static Optional<Stage> named(String written) {
        return Arrays.stream(values())
                .filter(stage -> stage.written().equals(written))
                .findFirst();
    }

    public Wording title() {
        return title;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** When one of these is done, the utility has put the application away. */
    public boolean isLast() {
        return this == ARCHIVED || this == CALLED_BACK;
    }

    /** Whether the other one must be over before this one begins. */
    public boolean follows(Stage other) {
        return before.contains(other) || before.stream().anyMatch(earlier -> earlier.follows(other));
    }
}
