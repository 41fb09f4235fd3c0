package org.dianqiao.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a fact can be, cut where an answer may change: of a number each bound and the stretches between them; of a choice
 * each word; of a set nothing, or one word alone.
 *
 * @param values one for each piece, to be asked with
 */
record Axis(Fact fact, List<Object> values, List<Wording> words) {

    static Axis of(Fact fact, Collection<Requirement> asked) {
        return switch (fact.kind()) {
            case NUMBER -> stretches(fact, asked);
            case FLAG ->
                new Axis(fact, List.of(true, false), List.of(Statement.TRUE.words(fact), Statement.FALSE.words(fact)));
            case WORD ->
                new Axis(
                        fact,
                        List.copyOf(fact.words().keySet()),
                        List.copyOf(fact.words().values()));
            case SET -> sets(fact);
        };
    }

    private static Axis sets(Fact fact) {
        List<Object> values = new ArrayList<>(List.of(Set.of()));
        List<Wording> words = new ArrayList<>(List.of(new Wording("无", "none")));
        fact.words().forEach((word, wording) -> {
            values.add(Set.of(word));
            words.add(wording);
        });
        return new Axis(fact, values, words);
    }

    /** Below the first bound, at it, between it and the next, and so on. */
    private static Axis stretches(Fact fact, Collection<Requirement> asked) {
        TreeSet<Double> bounds = asked.stream()
                .flatMap(each -> ((Bounds) each).corners().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Object> values = new ArrayList<>();
        double before = bounds.first() - 2;
        for (double bound : bounds) {
            values.add((before + bound) / 2);
            values.add(bound);
            before = bound;
        }
        values.add(before + 1);
        return new Axis(fact, values, List.of());
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, values.size());
        return all;
    }

    /** Some of its pieces in words. */
    Wording said(BitSet pieces) {
        Wording title = fact.title();
        if (fact.kind() == Fact.Kind.FLAG) {
            return title.then(new Wording("：", ": ")).then(words.get(pieces.nextSetBit(0)));
        }
        return title.then(fact.kind() == Fact.Kind.NUMBER ? joined(runs(pieces), "", " ") : chosen(pieces));
    }

    /** Of a choice the shorter way: these, or all but those. */
    private Wording chosen(BitSet pieces) {
        BitSet others = all();
        others.andNot(pieces);
        return pieces.cardinality() <= others.cardinality()
                ? joined(named(pieces), "：", ": ")
                : joined(named(others), fact.kind() == Fact.Kind.SET ? "：不含" : "：非", ": all but ");
    }

    private List<Wording> named(BitSet pieces) {
        return pieces.stream().mapToObj(words::get).toList();
    }

    private static Wording joined(List<Wording> words, String zh, String en) {
        return new Wording(
                words.stream().map(Wording::zh).collect(Collectors.joining("、", zh, "")),
                words.stream().map(Wording::en).collect(Collectors.joining(", ", en, "")));
    }

    private List<Wording> runs(BitSet pieces) {
        List<Wording> runs = new ArrayList<>();
        for (int from = pieces.nextSetBit(0); from >= 0; ) {
            int to = pieces.nextClearBit(from) - 1;
            runs.add(run(from, to).words(fact));
            from = pieces.nextSetBit(to + 1);
        }
        return runs;
    }

    /** Odd pieces are bounds, even ones the stretches beside them. */
    private Bounds run(int from, int to) {
        boolean begins = from > 0;
        boolean ends = to < values.size() - 1;
        boolean open = from % 2 == 0;
        boolean openEnd = to % 2 == 0;
        return new Bounds(
                begins && !open ? number(from) : null,
                begins && open ? number(from - 1) : null,
                ends && !openEnd ? number(to) : null,
                ends && openEnd ? number(to + 1) : null);
    }

    private Double number(int piece) {
        return (Double) values.get(piece);
    }
}
