package org.dianqiao.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a set of words can be, as far as rules tell sets apart: nothing, one word alone, and every two together. `only` and
 * `noneOf` are told by what is in both of a pair, `anyOf` by what is in one of them.
 */
record Combinations(Fact fact, List<String> words, List<Set<String>> sets) {

    static Combinations of(Fact fact) {
        List<String> words = List.copyOf(fact.words().keySet());
        List<Set<String>> sets = new ArrayList<>(List.of(Set.of()));
        words.forEach(word -> sets.add(Set.of(word)));
        for (int i = 0; i < words.size(); i++) {
            for (String other : words.subList(0, i)) {
                sets.add(Set.of(words.get(i), other));
            }
        }
        return new Combinations(fact, words, List.copyOf(sets));
    }

    /** In the shortest way that is true: which may be there, which must be, or one after the other. */
    Wording said(BitSet pieces) {
        Set<String> alone =
                words.stream().filter(word -> has(pieces, Set.of(word))).collect(Collectors.toSet());
        if (has(pieces, Set.of()) && agrees(pieces, alone::containsAll)) {
            return alone.size() * 2 > words.size()
                    ? named(without(alone), "：不含", ": none of ")
                    : alone.isEmpty() ? new Wording("：无", ": none") : named(alone, "：仅限", ": only ");
        }
        if (agrees(pieces, set -> set.stream().anyMatch(alone::contains))) {
            return named(alone, "：含", ": any of ");
        }
        return listed(pieces);
    }

    private boolean has(BitSet pieces, Set<String> set) {
        return pieces.get(sets.indexOf(set));
    }

    private boolean agrees(BitSet pieces, Predicate<Set<String>> rule) {
        return IntStream.range(0, sets.size()).allMatch(i -> pieces.get(i) == rule.test(sets.get(i)));
    }

    private Set<String> without(Set<String> alone) {
        return words.stream().filter(word -> !alone.contains(word)).collect(Collectors.toSet());
    }

    private Wording named(Set<String> chosen, String zh, String en) {
        List<String> inOrder = words.stream().filter(chosen::contains).toList();
        return new Wording(zh + joined(inOrder, true, "、"), en + joined(inOrder, false, ", "));
    }

    private Wording listed(BitSet pieces) {
        return new Wording(list(pieces, true), list(pieces, false));
    }

    private String list(BitSet pieces, boolean chinese) {
        return pieces.stream()
                .mapToObj(sets::get)
                .map(set -> set.isEmpty()
                        ? (chinese ? "无" : "none")
                        : joined(words.stream().filter(set::contains).toList(), chinese, chinese ? "和" : " and "))
                .collect(Collectors.joining(chinese ? "；" : "; ", chinese ? "：" : ": ", ""));
    }

    private String joined(List<String> chosen, boolean chinese, String between) {
        return chosen.stream().map(word -> fact.word(word).in(chinese)).collect(Collectors.joining(between));
    }
}
