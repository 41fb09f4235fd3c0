package org.dianqiao.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dianqiao.policy.Condition.Judged;

/**
 * A pack with all that it inherits, in the order in which its rules are asked: of a kind first by step, then the nearest
 * jurisdiction's before those above it. Built once, read by everybody.
 */
public final class Book {

    private final List<Pack> chain;
    private final Map<Question, List<Rule<?>>> answers = new HashMap<>();
    private final IdentityHashMap<Pack, List<Rule<?>>> own = new IdentityHashMap<>();
    private final Map<String, List<Permit.Task>> owners = new HashMap<>();

    private record Question(Class<? extends Outcome> kind, String about) {}

    /** A stronger rule that did not apply, and how the facts stood to it. */
    record Passed(Rule<?> rule, Judged judged) {}

    /** `chain`: the pack itself, then its parent, and so on to the nation's. */
    Book(List<Pack> chain) {
        this.chain = List.copyOf(chain);
        Set<String> without = new LinkedHashSet<>();
        for (Pack pack : chain) {
            List<Rule<?>> rules = pack.rules().stream()
                    .filter(rule -> !without.contains(rule.id()))
                    .toList();
            own.put(pack, rules);
            rules.forEach(this::add);
            pack.owners().forEach(owners::putIfAbsent);
            without.addAll(pack.without());
        }
        // Stable: within a step the order of the chain stays.
        answers.values()
                .forEach(rules -> rules.sort(
                        Comparator.comparingInt(rule -> rule.outcome().order())));
    }

    private void add(Rule<?> rule) {
        answers.computeIfAbsent(
                        new Question(rule.outcome().getClass(), rule.outcome().about()), question -> new ArrayList<>())
                .add(rule);
    }

    public Pack pack() {
        return chain.get(0);
    }

    /** The pack and those that it inherits from, nearest first. */
    public List<Pack> chain() {
        return chain;
    }

    /** What one of the chain contributes: its rules, unless a nearer pack has switched them off. */
    public List<Rule<?>> rules(Pack pack) {
        return own.getOrDefault(pack, List.of());
    }

    /** The rules of a kind, in the order in which they are asked. */
    public <O extends Outcome> List<Rule<O>> rules(Class<O> kind) {
        return answers.keySet().stream()
                .filter(question -> question.kind() == kind)
                .sorted(Comparator.comparing(Question::about))
                .flatMap(question -> rules(kind, question.about()))
                .toList();
    }

    public <O extends Outcome> List<String> subjects(Class<O> kind) {
        return answers.keySet().stream()
                .filter(question -> question.kind() == kind)
                .map(Question::about)
                .sorted()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private <O extends Outcome> Stream<Rule<O>> rules(Class<O> kind, String about) {
        return answers.getOrDefault(new Question(kind, about), List.of()).stream()
                .map(rule -> (Rule<O>) rule);
    }

    /** Who owns what is crossed. */
    public List<Permit.Task> owners(String crossing) {
        return owners.getOrDefault(crossing, List.of());
    }

    /** The first rule that applies. A rule before it of which nobody can tell makes the answer unknown. */
    public <O extends Outcome> Found<O> find(Class<O> kind, String about, Facts facts, LocalDate day) {
        List<Passed> passed = new ArrayList<>();
        Set<Fact> missing = new LinkedHashSet<>();
        for (Rule<?> rule : answers.getOrDefault(new Question(kind, about), List.of())) {
            if (rule.covers(day)) {
                Judged judged = rule.when().judge(facts);
                if (judged.truth() == Truth.YES) {
                    return new Found<>(missing.isEmpty() ? cast(rule) : null, passed, List.copyOf(missing));
                }
                passed.add(new Passed(rule, judged));
                if (judged.truth() == Truth.UNKNOWN) {
                    missing.addAll(judged.facts());
                }
            }
        }
        return new Found<>(null, passed, List.copyOf(missing));
    }

    /** Every rule that applies for certain: for what adds up, as the stages that several texts cancel. */
    public <O extends Outcome> List<Rule<O>> every(Class<O> kind, String about, Facts facts, LocalDate day) {
        return rules(kind, about)
                .filter(rule -> rule.covers(day) && rule.when().judge(facts).truth() == Truth.YES)
                .toList();
    }

    /** Under a question stands one kind only. */
    @SuppressWarnings("unchecked")
    private static <O extends Outcome> Rule<O> cast(Rule<?> rule) {
        return (Rule<O>) rule;
    }
}
