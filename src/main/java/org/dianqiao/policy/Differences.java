package org.dianqiao.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changes for whom between two versions of a pack.
 *
 * <p>Both are asked the same questions, for every piece of every fact that a rule of either asks about, and where the
 * answers differ, neighbouring pieces are put together again. So a rule that was only written in another way, or that
 * another one comes before in any case, is no difference.
 */
public final class Differences {

    /** The house's own packs have some hundred thousand. */
    private static final int MOST_PIECES = 2_000_000;

    private static final Wording UNTOLD =
            new Wording("规则所问情形过多，未逐一比较", "the rules ask about too much to compare everything");

    private final Book before;
    private final Book after;
    private final LocalDate day;

    /** The two answers of a piece. */
    private record Change(
            @Nullable Outcome before, @Nullable Outcome after) {}

    private Differences(Book before, Book after, LocalDate day) {
        this.before = before;
        this.after = after;
        this.day = day;
    }

    public static List<Difference> between(Book before, Book after, LocalDate day) {
        Differences differences = new Differences(before, after, day);
        return Stream.concat(
                        differences.owners(), Arrays.stream(Section.values()).flatMap(differences::of))
                .toList();
    }

    private Stream<Difference> owners() {
        return Fact.CROSSINGS.words().entrySet().stream()
                .filter(each -> !before.owners(each.getKey()).equals(after.owners(each.getKey())))
                .map(each -> new Difference(
                        Section.PATHS,
                        List.of(Fact.CROSSINGS
                                .title()
                                .then(new Wording("：含", ": any of "))
                                .then(each.getValue())),
                        OutcomeWords.of(before.owners(each.getKey())),
                        OutcomeWords.of(after.owners(each.getKey()))));
    }

    private Stream<Difference> of(Section section) {
        Collection<String> subjects = new TreeSet<>(before.subjects(section.kind()));
        subjects.addAll(after.subjects(section.kind()));
        return subjects.stream().flatMap(about -> of(section, about));
    }

    private Stream<Difference> of(Section section, String about) {
        List<? extends Rule<?>> old = rules(before, section, about);
        List<? extends Rule<?>> fresh = rules(after, section, about);
        if (said(old).equals(said(fresh))) {
            return Stream.empty();
        }
        List<Axis> axes = axes(Stream.concat(old.stream(), fresh.stream()).toList());
        if (axes.stream().mapToDouble(axis -> axis.values().size()).reduce(1, (one, other) -> one * other)
                > MOST_PIECES) {
            return Stream.of(new Difference(section, List.of(), UNTOLD, UNTOLD));
        }
        Map<Change, List<BitSet[]>> changes = new LinkedHashMap<>();
        ask(section, about, axes, new int[axes.size()], 0, changes);
        return changes.entrySet().stream().flatMap(each -> told(section, axes, each.getKey(), each.getValue()));
    }

    private List<? extends Rule<?>> rules(Book book, Section section, String about) {
        return book.rules(section.kind()).stream()
                .filter(rule -> rule.covers(day) && rule.outcome().about().equals(about))
                .toList();
    }

    private static List<List<Object>> said(List<? extends Rule<?>> rules) {
        return rules.stream().map(rule -> List.of(rule.when(), said(rule))).toList();
    }

    /** Of a duty that names nothing its sentence is all that it says. */
    private static Outcome said(Rule<?> rule) {
        return rule.outcome() instanceof Duty duty && duty.terms().isEmpty()
                ? new Duty(duty.subject(), List.of(new Term(duty.subject().code(), rule.says())), duty.relief())
                : rule.outcome();
    }

    private static List<Axis> axes(List<? extends Rule<?>> rules) {
        Map<Fact, List<Requirement>> asked = new EnumMap<>(Fact.class);
        rules.forEach(rule -> rule.when().requirements().forEach((fact, requirement) -> asked.computeIfAbsent(
                        fact, any -> new ArrayList<>())
                .add(requirement)));
        return asked.entrySet().stream()
                .map(each -> Axis.of(each.getKey(), each.getValue()))
                .toList();
    }

    private void ask(
            Section section, String about, List<Axis> axes, int[] at, int axis, Map<Change, List<BitSet[]>> changes) {
        if (axis < axes.size()) {
            for (at[axis] = 0; at[axis] < axes.get(axis).values().size(); at[axis]++) {
                ask(section, about, axes, at, axis + 1, changes);
            }
            return;
        }
        Facts facts = Axis.facts(axes, at);
        Change change = new Change(answer(before, section, about, facts), answer(after, section, about, facts));
        if (change.before() == null ? change.after() != null : !change.before().equals(change.after())) {
            changes.computeIfAbsent(change, any -> new ArrayList<>()).add(box(at));
        }
    }

    private @Nullable Outcome answer(Book book, Section section, String about, Facts facts) {
        Optional<? extends Rule<?>> rule =
                book.find(section.kind(), about, facts, day).rule();
        return rule.isPresent() ? said(rule.get()) : null;
    }

    private static BitSet[] box(int[] at) {
        return Arrays.stream(at).mapToObj(Differences::only).toArray(BitSet[]::new);
    }

    private static BitSet only(int piece) {
        BitSet set = new BitSet();
        set.set(piece);
        return set;
    }

    private static Stream<Difference> told(Section section, List<Axis> axes, Change change, List<BitSet[]> boxes) {
        List<BitSet[]> merged = boxes;
        for (int axis = 0; axis < axes.size(); axis++) {
            merged = merged(merged, axis);
        }
        return merged.stream()
                .map(box -> new Difference(
                        section,
                        who(axes, box),
                        OutcomeWords.beside(change.before(), change.after()),
                        OutcomeWords.beside(change.after(), change.before())));
    }

    /** Boxes that differ in this fact alone become one. */
    private static List<BitSet[]> merged(List<BitSet[]> boxes, int axis) {
        Map<List<BitSet>, BitSet[]> merged = new LinkedHashMap<>();
        for (BitSet[] box : boxes) {
            List<BitSet> others = new ArrayList<>(Arrays.asList(box));
            others.set(axis, new BitSet());
            merged.computeIfAbsent(others, any -> opened(box, axis))[axis].or(box[axis]);
        }
        return List.copyOf(merged.values());
    }

    private static BitSet[] opened(BitSet[] box, int axis) {
        BitSet[] copy = box.clone();
        copy[axis] = new BitSet();
        return copy;
    }

    /** What every piece of a fact shares needs no word. */
    private static List<Wording> who(List<Axis> axes, BitSet[] box) {
        List<Wording> who = new ArrayList<>();
        for (int i = 0; i < box.length; i++) {
            if (!box[i].equals(axes.get(i).all())) {
                who.add(axes.get(i).said(box[i]));
            }
        }
        return who;
    }
}
