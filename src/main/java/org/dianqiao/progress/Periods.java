package org.dianqiao.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dianqiao.calendar.Limit;
import org.dianqiao.casework.Stage;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Duty;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Found;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Stages;
import org.dianqiao.policy.Stages.Clock;
import org.dianqiao.policy.Timer;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What the texts set for one application: its stages, its limits, and from when each of them runs. Pure.
 *
 * <p>Both clocks, of the utility and of the whole process, run from the application. A limit of one step (`part`) runs
 * from there too, for so the texts count: accepted today, power tomorrow; ten days that hold acceptance, survey and
 * answer. Only the works on the grid wait for permits and the civil works of others, so theirs runs from their start.
 *
 * <p>The limits of a table whose sum is the utility's time are those of its stages one after the other: acceptance from
 * the application, the scheme from the end of acceptance, meter and power from the end of the completion inspection, and
 * every stage at the latest from its own start; design review and inspections wait for the customer to ask for them.
 * Where a step has both, its own limit counts.
 *
 * <p>A fact that nobody knows yet, as whether the grid must be built out, does not take a customer's every limit: where
 * the texts set one for either answer, power is owed within the longer of them at the latest, and that runs.
 */
record Periods(Book book, Facts facts, LocalDate day) {

    private static final Map<Stage, Stage> BEHIND =
            Map.of(Stage.SCHEME_ANSWERED, Stage.ACCEPTED, Stage.CONNECTED, Stage.COMPLETION_INSPECTED);

    static final String UTILITY = Clock.UTILITY.written();
    static final String WHOLE = Clock.WHOLE.written();
    private static final String REPORTED = "progress.reported/";

    /** In their order, without those that the texts cancel for such a customer. */
    List<Stage> stages() {
        Set<String> cancelled = new LinkedHashSet<>();
        book.every(Duty.class, "cancelled-stages", facts, day)
                .forEach(rule -> rule.outcome().terms().forEach(term -> cancelled.add(term.code())));
        return Arrays.stream(Stage.values())
                .filter(stage -> !cancelled.contains(stage.written()))
                .toList();
    }

    /** Beside the customer's works, whose time never is the utility's. */
    List<String> excluded() {
        return rule(UTILITY)
                .map(rule -> rule.outcome().excluded().stream()
                        .map(term -> term.code())
                        .toList())
                .orElse(List.of());
    }

    /** Facts by which a limit could be added, or be shorter. */
    List<Fact> missing() {
        return Stream.concat(Stream.of(UTILITY, WHOLE), stages().stream().map(Stage::written))
                .flatMap(about -> find(about).missing().stream())
                .distinct()
                .toList();
    }

    List<Owed> owed(String channel) {
        Map<String, Owed> owed = new LinkedHashMap<>();
        clock(Clock.WHOLE).ifPresent(each -> owed.put(WHOLE, each));
        clock(Clock.UTILITY).ifPresent(each -> owed.put(UTILITY, each));
        for (Stage stage : stages()) {
            part(stage).or(() -> ofTable(stage)).ifPresent(each -> owed.put(stage.written(), each));
        }
        List<Owed> all = new ArrayList<>(owed.values());
        all.addAll(timers(book, facts, day, "supply.applied/" + channel));
        return all;
    }

    /** What is due after an event, whoever caused it. */
    static List<Owed> timers(Book book, Facts facts, LocalDate day, String after) {
        return book.subjects(Timer.class).stream()
                .filter(about -> about.startsWith(after + " "))
                .flatMap(about -> book.find(Timer.class, about, facts, day).rule().stream())
                .map(Periods::owed)
                .toList();
    }

    private static Owed owed(Rule<Timer> rule) {
        String due = rule.outcome().due();
        return new Owed(due, title(due), rule.outcome().limit(), rule.id(), null, null);
    }

    private static Wording title(String due) {
        if (due.startsWith(REPORTED)) {
            Wording stage = Stage.named(due.substring(REPORTED.length()))
                    .map(Stage::title)
                    .orElse(new Wording(due, due));
            return new Wording("“" + stage.zh() + "”录入系统", "“" + stage.en() + "” entered in the system");
        }
        return switch (due) {
            case "reservation.dispatched" -> new Wording("派发预约工单", "the order is dispatched");
            case "reservation.contacted" -> new Wording("联系客户确认预约", "the customer is called");
            default -> new Wording(due, due);
        };
    }

    private Optional<Owed> clock(Clock clock) {
        return rule(clock.written())
                .flatMap(rule -> Optional.ofNullable(rule.outcome().total())
                        .map(total -> new Owed(clock.written(), clock.title(), total, rule.id(), null, null)));
    }

    private Optional<Owed> part(Stage stage) {
        Stage begins = stage == Stage.GRID_WORKS ? stage : null;
        return rule(stage.written())
                .map(rule -> owed(stage, rule.outcome().each().get(0).limit(), rule.id(), begins));
    }

    private Optional<Owed> ofTable(Stage stage) {
        Stage begins = stage == Stage.ACCEPTED ? null : stage;
        return find(UTILITY).rule().flatMap(rule -> rule.outcome().each().stream()
                .filter(each -> each.stage().code().equals(stage.written()))
                .findFirst()
                .map(each -> owed(stage, each.limit(), rule.id(), begins)));
    }

    private static Owed owed(Stage stage, Limit limit, String rule, @Nullable Stage begins) {
        return new Owed(stage.written(), stage.title(), limit, rule, begins, begins == null ? null : BEHIND.get(stage));
    }

    private Optional<Rule<Stages>> rule(String about) {
        return rule(about, facts(about));
    }

    /** Of an open question both answers, and what the texts set in any case. */
    private Optional<Rule<Stages>> rule(String about, Facts known) {
        Found<Stages> found = find(about, known);
        Optional<Fact> open = found.missing().stream()
                .filter(fact -> fact.kind() == Fact.Kind.FLAG)
                .findFirst();
        return open.isEmpty()
                ? found.rule()
                : rule(about, known.and(open.get(), true)).flatMap(yes -> rule(about, known.and(open.get(), false))
                        .flatMap(no -> longer(yes, no)));
    }

    private static Optional<Rule<Stages>> longer(Rule<Stages> one, Rule<Stages> other) {
        Limit first = limit(one.outcome());
        Limit second = limit(other.outcome());
        return first.unit() != second.unit()
                ? Optional.empty()
                : Optional.of(first.value() >= second.value() ? one : other);
    }

    private static Limit limit(Stages stages) {
        return stages.total() != null ? stages.total() : stages.each().get(0).limit();
    }

    private Found<Stages> find(String about) {
        return find(about, facts(about));
    }

    private Found<Stages> find(String about, Facts known) {
        return book.find(Stages.class, about, known, day);
    }

    /** The time of works on the grid runs from their start: then they are needed. */
    private Facts facts(String about) {
        return about.equals(Stage.GRID_WORKS.written()) ? facts.unlessStated(Fact.GRID_WORKS, true) : facts;
    }
}
