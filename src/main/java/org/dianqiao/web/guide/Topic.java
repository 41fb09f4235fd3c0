package org.dianqiao.web.guide;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dianqiao.policy.Fact;

/** What can be asked of a pack, and which facts the answer may hang on. */
public enum Topic {

    /** Which path the permit takes 审批路径. */
    PATH(
            List.of(Fact.CUSTOMER_CLASS, Fact.VOLTAGE, Fact.CAPACITY, Fact.LINE_LENGTH, Fact.CROSSINGS),
            List.of(Fact.THREE_ZERO, Fact.INTERESTED_PARTIES, Fact.AFFECTS_TRAFFIC, Fact.LOCAL_CONDITIONS)),

    /** What the utility owes 供电企业办理时限. */
    OWED(
            List.of(Fact.CUSTOMER_CLASS, Fact.VOLTAGE, Fact.CAPACITY, Fact.SUPPLIES, Fact.BUSINESS),
            List.of(
                    Fact.THREE_ZERO,
                    Fact.GRID_WORKS,
                    Fact.CUSTOMER_WORKS,
                    Fact.TO_RED_LINE,
                    Fact.LEAD_DRIVEN,
                    Fact.RURAL,
                    Fact.IMPORTANT,
                    Fact.ASSET_TRANSFER,
                    Fact.SPECIAL_INDUSTRY,
                    Fact.FETCHED_ONLINE,
                    Fact.GROUNDS));

    private final List<Fact> first;
    private final List<Fact> further;

    Topic(List<Fact> first, List<Fact> further) {
        this.first = first;
        this.further = further;
    }

    /** As the address has it; the path where it has none. */
    static Topic named(String word) {
        return word.equals(OWED.word()) ? OWED : PATH;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Fact> first() {
        return first;
    }

    List<Fact> further() {
        return further;
    }

    Stream<Fact> facts() {
        return Stream.concat(first.stream(), further.stream());
    }
}
