package org.dianqiao.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** How the path of a permit is decided: a function of the pack, the facts, the day and the calendar, and of nothing else. */
public final class Decisions {

    private Decisions() {}

    public static Decision decide(Book book, Facts facts, LocalDate on, WorkingDays days) {
        Found<Permit> found = book.find(Permit.class, "", facts, on);
        if (found.rule().isEmpty()) {
            return new Decision(book, facts, on, found, null, null, List.of());
        }
        Permit permit = found.rule().get().outcome();
        List<Decision.Department> departments = departments(book, permit, facts, on, days);
        Limit whole = permit.limit() == null ? longest(permit.step(), departments) : permit.limit();
        return new Decision(book, facts, on, found, whole, due(whole, on, days), departments);
    }

    /** Side by side the whole takes as long as the slowest; where one has no limit, neither has the whole. */
    private static @Nullable Limit longest(Step step, List<Decision.Department> departments) {
        List<Limit> limits = departments.stream()
                .flatMap(each -> Stream.ofNullable(each.limit()))
                .toList();
        boolean comparable = limits.size() == departments.size()
                && limits.stream().map(Limit::unit).distinct().count() == 1;
        return step == Step.PARALLEL && comparable
                ? limits.stream().max(Comparator.comparingInt(Limit::value)).orElseThrow()
                : null;
    }

    /** The rule's own departments; where departments must approve, also the owners of what is crossed that it does not name. */
    private static List<Decision.Department> departments(
            Book book, Permit permit, Facts facts, LocalDate on, WorkingDays days) {
        Map<String, Permit.Task> tasks = new LinkedHashMap<>(concerned(permit.tasks().stream(), facts));
        if (permit.step().needsApproval()) {
            concerned(crossed(book, facts), facts).forEach(tasks::putIfAbsent);
        }
        return tasks.values().stream()
                .map(task -> new Decision.Department(
                        task.department(), task.item(), task.limit(), due(task.limit(), on, days)))
                .toList();
    }

    /** Who owns what is crossed, whether they are asked or not. */
    public static List<Term> owners(Book book, Facts facts) {
        return concerned(crossed(book, facts), facts).values().stream()
                .map(Permit.Task::department)
                .toList();
    }

    private static Stream<Permit.Task> crossed(Book book, Facts facts) {
        return facts.crossings().stream().sorted().flatMap(crossing -> book.owners(crossing).stream());
    }

    /** By department, with all the items for which this list names it. Where it is unknown whether it is concerned, it is. */
    private static Map<String, Permit.Task> concerned(Stream<Permit.Task> tasks, Facts facts) {
        return tasks.filter(task -> task.when().judge(facts).truth() != Truth.NO)
                .collect(Collectors.toMap(
                        task -> task.department().code(), task -> task, Permit.Task::and, LinkedHashMap::new));
    }

    private static @Nullable LocalDate due(@Nullable Limit limit, LocalDate on, WorkingDays days) {
        return limit == null || !limit.unit().isOfDays()
                ? null
                : days.due(on, limit).orElse(null);
    }
}
