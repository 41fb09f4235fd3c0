package org.dianqiao.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a fact can be, cut where an answer may change: of a number each bound and the stretches between them, of a choice
 * each word, of a set what {@link Combinations} tells apart.
 *
 * @param values one for each piece, to be asked with
 */
record Axis(Fact fact, List<Object> values) {

    static Axis of(Fact fact, Collection<Requirement> asked) {
        return switch (fact.kind()) {
            case NUMBER -> stretches(fact, asked);
            case FLAG -> new Axis(fact, List.of(true, false));
            case WORD -> new Axis(fact, List.copyOf(fact.words().keySet()));
            case SET -> new Axis(fact, List.copyOf(Combinations.of(fact).sets()));
        };
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
        return new Axis(fact, values);
    }

    /** One piece of each. */
    static Facts facts(List<Axis> axes, int[] at) {
        Map<Fact, Object> stated = new EnumMap<>(Fact.class);
        for (int i = 0; i < at.length; i++) {
            stated.put(axes.get(i).fact, axes.get(i).values.get(at[i]));
        }
        return Facts.stated(stated);
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, values.size());
        return all;
    }

    /** Some of its pieces in words. */
    Wording said(BitSet pieces) {
        return fact.title()
                .then(
                        switch (fact.kind()) {
                            case NUMBER -> joined(runs(pieces), "", " ");
                            case FLAG ->
                                joined(pieces.stream().mapToObj(this::flag).toList(), "：", ": ");
                            case WORD -> chosen(pieces);
                            case SET -> Combinations.of(fact).said(pieces);
                        });
    }

    private Wording flag(int piece) {
        return (values.get(piece).equals(true) ? Statement.TRUE : Statement.FALSE).words(fact);
    }

    /** Of a choice the shorter way: these, or all but those. */
    private Wording chosen(BitSet pieces) {
        BitSet others = all();
        others.andNot(pieces);
        return pieces.cardinality() <= others.cardinality()
                ? joined(named(pieces), "：", ": ")
                : joined(named(others), "：非", ": all but ");
    }

    private List<Wording> named(BitSet pieces) {
        return pieces.stream()
                .mapToObj(piece -> fact.word((String) values.get(piece)))
                .toList();
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
