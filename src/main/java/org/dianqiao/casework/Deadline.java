package org.dianqiao.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.Period;
import org.dianqiao.calendar.Stop;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.policy.Warnings.Colour;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody owes something 期限.
 *
 * @param about the task, the stage, or the clock of the whole
 * @param title what is owed, for people
 * @param side whose time it is: a department's, or the utility's
 * @param responsible the partner who owes it
 * @param rule by which rule of the pack
 * @param began when its time began to run: of days, this day is day zero
 * @param stops the days on which the clock stood still
 * @param raised the strongest warning since then
 * @param met when it was done
 */
public record Deadline(
        String caseNo,
        String about,
        Wording title,
        Side side,
        String responsible,
        String rule,
        Instant began,
        Limit limit,
        List<Stop> stops,
        @Nullable Colour raised,
        @Nullable Instant met) {

    public static Deadline of(
            String caseNo,
            String about,
            Wording title,
            Side side,
            String responsible,
            String rule,
            Instant began,
            Limit limit) {
        return new Deadline(caseNo, about, title, side, responsible, rule, began, limit, List.of(), null, null);
    }

    /** Of days only. */
    public Period period() {
        return new Period(WorkingDays.dayOf(began), limit, stops);
    }

    public boolean standsStill() {
        return !stops.isEmpty() && stops.get(stops.size() - 1).to() == null;
    }

    /** From this day on no day counts. */
    public Deadline stopped(LocalDate day) {
        return standsStill() ? this : with(plus(stops, Stop.since(day)));
    }

    /** This day does not count yet, the next one does. */
    public Deadline goingOn(LocalDate day) {
        if (!standsStill()) {
            return this;
        }
        List<Stop> others = stops.subList(0, stops.size() - 1);
        return with(plus(others, new Stop(stops.get(stops.size() - 1).from(), day)));
    }

    /** Its time runs from then: what was before does not count, and the colours of before are gone. */
    public Deadline anew(Instant from) {
        return from.equals(began)
                ? this
                : new Deadline(caseNo, about, title, side, responsible, rule, from, limit, List.of(), null, met);
    }

    Deadline warned(Colour colour) {
        return new Deadline(caseNo, about, title, side, responsible, rule, began, limit, stops, colour, met);
    }

    public Deadline met(Instant at) {
        return met == null
                ? new Deadline(caseNo, about, title, side, responsible, rule, began, limit, stops, raised, at)
                : this;
    }

    /** It was done, and is owed once more. */
    Deadline renewed(Instant from) {
        return new Deadline(caseNo, about, title, side, responsible, rule, from, limit, List.of(), null, null);
    }

    /** Another partner owes it. */
    public Deadline owedBy(String partner) {
        return new Deadline(caseNo, about, title, side, partner, rule, began, limit, stops, raised, met);
    }

    private Deadline with(List<Stop> others) {
        return new Deadline(caseNo, about, title, side, responsible, rule, began, limit, others, raised, met);
    }

    private static List<Stop> plus(List<Stop> stops, Stop stop) {
        List<Stop> more = new ArrayList<>(stops);
        more.add(stop);
        return List.copyOf(more);
    }
}
