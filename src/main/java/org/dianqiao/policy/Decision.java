package org.dianqiao.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The path that some works take, and why. Undecided where a fact is missing: never the lighter path.
 *
 * @param on the day of acceptance
 * @param whole the limit of all together
 * @param due for the whole; none where there is no limit, or the calendar of that year is not loaded
 */
public record Decision(
        Book book,
        Facts facts,
        LocalDate on,
        Found<Permit> found,
        @Nullable Limit whole,
        @Nullable LocalDate due,
        List<Department> departments) {

    /** One department's share, and until when. */
    public record Department(
            Term department,
            Wording item,
            @Nullable Limit limit,
            @Nullable LocalDate due) {}

    public Optional<Rule<Permit>> rule() {
        return found.rule();
    }

    public Optional<Step> path() {
        return rule().map(rule -> rule.outcome().step().path());
    }

    /** `undecided` where there is no path. */
    public String written() {
        return path().map(Step::written).orElse("undecided");
    }

    public Optional<Limit> limit() {
        return Optional.ofNullable(whole);
    }

    public boolean lapsed() {
        return rule().filter(rule -> rule.effective().lapsed(on)).isPresent();
    }

    public List<Term> documents() {
        return rule().map(rule -> rule.outcome().documents()).orElse(List.of());
    }

    /** What the builder must commit to in the filing. */
    public List<Term> commitments() {
        return rule().map(rule -> rule.outcome().commitments()).orElse(List.of());
    }

    public List<Term> duties() {
        return rule().map(rule -> rule.outcome().duties()).orElse(List.of());
    }

    public List<Fact> missing() {
        return found.missing();
    }

    /** Why this rule, why not the stronger ones, and what stands on weak feet. */
    public List<Wording> reasons() {
        return new Reasons(this).all();
    }

    /** A limit without a day: the calendar does not reach so far. */
    public boolean lacksCalendar() {
        return lacksDay(whole, due) || departments.stream().anyMatch(each -> lacksDay(each.limit(), each.due()));
    }

    /** Hours and minutes have none in any case. */
    private static boolean lacksDay(@Nullable Limit limit, @Nullable LocalDate due) {
        return limit != null && limit.unit().isOfDays() && due == null;
    }
}
