package org.dianqiao.policy;

import java.util.Arrays;
import java.util.Locale;

/** The parts of a pack, each with the kind of rules that stands in it. */
public enum Section {
    PATHS(Permit.class, "审批路径", "paths of permits"),
    STAGES(Stages.class, "办理时限", "periods of the utility"),
    LINKS(Links.class, "办电环节", "links"),
    PAPERS(Papers.class, "收资清单", "papers"),
    INVESTMENT(Investment.class, "分类和投资界面", "classes and investment"),
    TIMERS(Timer.class, "时限义务", "timers"),
    WARNINGS(Warnings.class, "分级预警", "warnings"),
    DUTIES(Duty.class, "应做和不得", "duties and bans");

    private final Class<? extends Outcome> kind;
    private final Wording title;

    Section(Class<? extends Outcome> kind, String zh, String en) {
        this.kind = kind;
        this.title = new Wording(zh, en);
    }

    public static Section of(Outcome outcome) {
        return Arrays.stream(values())
                .filter(section -> section.kind == outcome.getClass())
                .findFirst()
                .orElseThrow();
    }

    public Class<? extends Outcome> kind() {
        return kind;
    }

    public Wording title() {
        return title;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
