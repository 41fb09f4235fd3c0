package org.dianqiao.policy;

import java.util.Locale;

/** The steps in which the path of a permit is looked for, in their order. The first that applies decides. */
public enum Step {
    SPECIAL_CROSSING(1, "特殊穿跨", "special crossing"),
    EXEMPT(2, "免审批", "exempt"),
    COMMITMENT(3, "告知承诺", "commitment"),
    FILING(4, "备案", "filing"),
    PARALLEL(5, "并联审批", "parallel approval"),
    ORDINARY(6, "普通审批", "ordinary approval");

    private final int turn;
    private final Wording title;

    Step(int turn, String zh, String en) {
        this.turn = turn;
        title = new Wording(zh, en);
    }

    /** When it is asked: 1 comes first. */
    int turn() {
        return turn;
    }

    public Wording title() {
        return title;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path that it leads to. */
    public Step path() {
        return this == SPECIAL_CROSSING ? ORDINARY : this;
    }

    /** Whether departments give their word before work may start. */
    boolean needsApproval() {
        return this == SPECIAL_CROSSING || this == PARALLEL || this == ORDINARY;
    }
}
