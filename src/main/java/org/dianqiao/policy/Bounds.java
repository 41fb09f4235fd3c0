package org.dianqiao.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between which numbers. `min` and `max` are inside, as the texts write 160千瓦及以下; `over` and `under` are not. */
public record Bounds(
        @Nullable Double min,
        @Nullable Double over,
        @Nullable Double max,
        @Nullable Double under) implements Requirement {

    @Override
    public Truth judge(Fact fact, Facts facts) {
        Double value = facts.number(fact);
        return value == null ? Truth.UNKNOWN : Truth.of(holds(value));
    }

    boolean holds(double value) {
        return (min == null || value >= min)
                && (over == null || value > over)
                && (max == null || value <= max)
                && (under == null || value < under);
    }

    @Override
    public boolean meets(Fact fact, Requirement other) {
        return other instanceof Bounds bounds && !isAbove(bounds) && !bounds.isAbove(this);
    }

    /** Whether the least here is more than the most there. */
    private boolean isAbove(Bounds other) {
        double least =
                Math.max(min == null ? Double.NEGATIVE_INFINITY : min, over == null ? Double.NEGATIVE_INFINITY : over);
        double most = Math.min(
                other.max == null ? Double.POSITIVE_INFINITY : other.max,
                other.under == null ? Double.POSITIVE_INFINITY : other.under);
        return least > most || (least == most && !(holds(least) && other.holds(most)));
    }

    /** Where an answer may change. */
    List<Double> corners() {
        return Stream.of(min, over, max, under).filter(each -> each != null).toList();
    }

    @Override
    public Wording words(Fact fact) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        say(min, "不低于 ", "at least ", fact, zh, en);
        say(over, "高于 ", "over ", fact, zh, en);
        say(max, "不超过 ", "at most ", fact, zh, en);
        say(under, "低于 ", "under ", fact, zh, en);
        return new Wording(String.join("且", zh), String.join(" and ", en));
    }

    private static void say(
            @Nullable Double bound, String chinese, String english, Fact fact, List<String> zh, List<String> en) {
        if (bound != null) {
            zh.add(chinese + quantity(bound, fact.unit().zh()));
            en.add(english + quantity(bound, fact.unit().en()));
        }
    }

    static String quantity(double number, String unit) {
        String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return unit.isEmpty() ? plain : plain + " " + unit;
    }
}
