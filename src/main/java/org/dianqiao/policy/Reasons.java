package org.dianqiao.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dianqiao.policy.Book.Passed;

/** A decision in sentences, the one that decided first. */
record Reasons(Decision decision) {

    List<Wording> all() {
        List<Wording> reasons = new ArrayList<>();
        decision.rule().ifPresentOrElse(rule -> reasons.add(applies(rule)), () -> reasons.add(undecided()));
        decision.found().passed().stream()
                .filter(passed -> !isAnotherCaseOfTheSame(passed))
                .forEach(passed -> reasons.add(passed(passed)));
        decision.rule().filter(rule -> decision.lapsed()).ifPresent(rule -> reasons.add(lapsed(rule)));
        if (decision.lacksCalendar()) {
            reasons.add(new Wording(
                    "工作日历未载入期限所在年份，到期日未知。", "The calendar of the year is not loaded: the due day is unknown."));
        }
        return reasons;
    }

    /** A clause that applies is not also said not to. */
    private boolean isAnotherCaseOfTheSame(Passed passed) {
        return decision.rule()
                .filter(rule -> rule.id().equals(passed.rule().id()))
                .isPresent();
    }

    private static Wording applies(Rule<?> rule) {
        List<Wording> asked = rule.when().words();
        String zh = asked.stream().map(Wording::zh).collect(Collectors.joining("；"));
        String en = asked.stream().map(Wording::en).collect(Collectors.joining("; "));
        return new Wording(
                "适用 " + rule.id() + (zh.isEmpty() ? "。" : "：" + zh + "。"),
                rule.id() + " applies" + (en.isEmpty() ? "." : ": " + en + "."));
    }

    private Wording undecided() {
        List<Fact> missing = decision.missing();
        if (missing.isEmpty()) {
            return new Wording("当日没有适用的规则，不能判定。", "No rule applies on that day.");
        }
        String zh = missing.stream()
                .map(fact -> fact.title().zh() + "（" + fact.written() + "）")
                .collect(Collectors.joining("、"));
        String en = missing.stream()
                .map(fact -> fact.title().en() + " (" + fact.written() + ")")
                .collect(Collectors.joining(", "));
        return new Wording("不能判定：缺少" + zh + "。", "Cannot decide: " + en + " missing.");
    }

    private Wording passed(Passed passed) {
        return passed.judged().truth() == Truth.UNKNOWN ? unknown(passed) : otherwise(passed);
    }

    private static Wording unknown(Passed passed) {
        List<Fact> missing = passed.judged().facts();
        String zh = missing.stream().map(fact -> fact.title().zh()).collect(Collectors.joining("、"));
        String en = missing.stream().map(fact -> fact.title().en()).collect(Collectors.joining(", "));
        String id = passed.rule().id();
        return new Wording(id + " 能否适用不明：缺少" + zh + "。", "Whether " + id + " applies is unknown: " + en + " missing.");
    }

    private Wording otherwise(Passed passed) {
        Fact fact = passed.judged().facts().get(0);
        Wording said = decision.facts().has(fact) ? decision.facts().said(fact) : new Wording("未声明", "not stated");
        Wording asked = passed.rule().when().of(fact).orElseThrow().words(fact);
        String id = passed.rule().id();
        return new Wording(
                id + " 不适用：" + fact.title().zh() + (fact.kind() == Fact.Kind.NUMBER ? "为 " : "为") + said.zh() + "，规则要求"
                        + asked.zh() + "。",
                id + " does not apply: " + fact.title().en() + ": " + said.en() + "; the rule asks for: " + asked.en()
                        + ".");
    }

    private Wording lapsed(Rule<?> rule) {
        String document = rule.citation().document();
        return new Wording(
                "依据" + document + "已于 " + rule.effective().to() + " 期满，在新规定载入前按默认沿用。",
                "Its basis " + document + " lapsed on " + rule.effective().to()
                        + " and is continued by default until its successor is loaded.");
    }
}
