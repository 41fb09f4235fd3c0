package org.dianqiao.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All works between which some rules may tell: each number just below, at and just above every bound that they name,
 * each word, each yes and no. Sets are empty, of one word, of two, or of all: two rules that share no set of two share
 * none, because neither demands more than one word.
 */
final class Cells {

    private static final double A_LITTLE = 0.01;

    private final Map<Fact, List<Object>> values = new EnumMap<>(Fact.class);
    private final boolean pairs;

    private Cells(Collection<? extends Rule<?>> rules, boolean pairs) {
        this.pairs = pairs;
        rules.forEach(
                rule -> rule.when().requirements().keySet().forEach(fact -> values.put(fact, values(fact, rules))));
    }

    static Cells of(Collection<? extends Rule<?>> rules) {
        return new Cells(rules, true);
    }

    static Cells withoutPairs(Collection<? extends Rule<?>> rules) {
        return new Cells(rules, false);
    }

    Set<Fact> facts() {
        return values.keySet();
    }

    void forEach(Consumer<Facts> visitor) {
        any(facts -> {
            visitor.accept(facts);
            return false;
        });
    }

    /** All works of which this fact is not known. */
    void forEachWithout(Fact unknown, Consumer<Facts> visitor) {
        List<Fact> others =
                values.keySet().stream().filter(fact -> fact != unknown).toList();
        any(others, 0, Facts.none(), facts -> {
            visitor.accept(facts);
            return false;
        });
    }

    /** The same works with every value of that fact. */
    Stream<Facts> each(Facts facts, Fact fact) {
        return values.getOrDefault(fact, List.of()).stream().map(value -> facts.and(fact, value));
    }

    boolean any(Predicate<Facts> test) {
        return any(List.copyOf(values.keySet()), 0, Facts.none(), test);
    }

    private boolean any(List<Fact> facts, int at, Facts soFar, Predicate<Facts> test) {
        if (at == facts.size()) {
            return test.test(soFar);
        }
        return each(soFar, facts.get(at)).anyMatch(next -> any(facts, at + 1, next, test));
    }

    private List<Object> values(Fact fact, Collection<? extends Rule<?>> rules) {
        return switch (fact.kind()) {
            case NUMBER -> numbers(fact, rules);
            case WORD -> List.copyOf(fact.words().keySet());
            case SET -> sets(List.copyOf(fact.words().keySet()));
            case FLAG -> List.of(true, false);
        };
    }

    private static List<Object> numbers(Fact fact, Collection<? extends Rule<?>> rules) {
        Set<Double> numbers = new TreeSet<>();
        for (Rule<?> rule : rules) {
            if (rule.when().requirements().get(fact) instanceof Bounds bounds) {
                bounds.corners()
                        .forEach(corner -> numbers.addAll(List.of(corner - A_LITTLE, corner, corner + A_LITTLE)));
            }
        }
        return List.copyOf(numbers);
    }

    private List<Object> sets(List<String> words) {
        List<Object> sets = new ArrayList<>(List.of(Set.of(), Set.copyOf(words)));
        words.forEach(word -> sets.add(Set.of(word)));
        for (int i = 0; pairs && i < words.size(); i++) {
            for (String second : words.subList(0, i)) {
                sets.add(Set.of(words.get(i), second));
            }
        }
        return sets;
    }

    /** Whether all is met that a rule asks, found without the rule's own judgement. */
    static boolean hold(Facts facts, Rule<?> rule) {
        return rule.when().requirements().entrySet().stream()
                .allMatch(asked -> meets(asked.getKey(), asked.getValue(), facts));
    }

    private static boolean meets(Fact fact, Requirement asked, Facts facts) {
        if (asked instanceof Bounds bounds) {
            double number = requireNonNull(facts.number(fact));
            return !isUnder(number, bounds.min())
                    && !isUnder(bounds.max(), number)
                    && (bounds.over() == null || isUnder(bounds.over(), number))
                    && (bounds.under() == null || isUnder(number, bounds.under()));
        }
        if (asked instanceof Choice choice) {
            Set<String> words = new HashSet<>(requireNonNull(facts.words(fact)));
            boolean strange = choice.closed() && !Set.copyOf(choice.only()).containsAll(words);
            boolean banned = words.stream().anyMatch(choice.noneOf()::contains);
            words.retainAll(choice.anyOf());
            return !strange && !banned && (choice.anyOf().isEmpty() || !words.isEmpty());
        }
        return ((Statement) asked).asked() == requireNonNull(facts.flag(fact));
    }

    private static boolean isUnder(@Nullable Double less, @Nullable Double more) {
        return less != null && more != null && less < more;
    }
}
