package org.dianqiao.web.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Deadline;
import org.dianqiao.policy.Warnings.Colour;
import org.jspecify.annotations.Nullable;

/**
 * How a deadline stands at a moment 倒计时.
 *
 * @param end when its time is over; not known while the clock stands still, or where the calendar does not reach so far
 * @param left days, as the limit counts them, or minutes where it counts hours or minutes; below zero it is overdue
 * @param used how much of it has gone by, in hundredths
 */
public record Countdown(
        Deadline deadline,
        State state,
        @Nullable Instant end,
        @Nullable Integer left,
        int used) {

    /** What it does at that moment. */
    public enum State {
        RUNNING,
        STOPPED,
        OVER,
        MET,
        MET_LATE,
        /** Met, and nobody knows whether in time. */
        DONE,
        UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Countdown of(Deadline deadline, WorkingDays days, Instant now) {
        Instant met = deadline.met();
        Instant at = met == null ? now : met;
        return deadline.limit().unit().isOfDays() ? inDays(deadline, days, at) : inTime(deadline, at);
    }

    private static Countdown inDays(Deadline deadline, WorkingDays days, Instant at) {
        Instant end = days.due(deadline.period())
                .map(day -> WorkingDays.startOf(day.plusDays(1)))
                .orElse(null);
        OptionalInt left = days.remaining(deadline.period(), WorkingDays.dayOf(at));
        OptionalInt whole = days.remaining(deadline.period(), deadline.period().accepted());
        boolean stands = deadline.standsStill() && deadline.met() == null;
        Integer daysLeft = left.isPresent() ? left.getAsInt() : null;
        return new Countdown(
                deadline,
                stands ? State.STOPPED : state(deadline, end, daysLeft, at),
                end,
                daysLeft,
                left.isPresent() && whole.isPresent() ? used(whole.getAsInt(), left.getAsInt()) : 0);
    }

    /** Rounded up: as long as there is a second, there is a minute. */
    private static Countdown inTime(Deadline deadline, Instant at) {
        Instant end = deadline.limit().after(deadline.began());
        Duration left = Duration.between(at, end);
        int minutes = (int) -Math.floorDiv(-left.toSeconds(), 60);
        int whole = (int) Duration.between(deadline.began(), end).toMinutes();
        return new Countdown(deadline, state(deadline, end, minutes, at), end, minutes, used(whole, minutes));
    }

    private static State state(Deadline deadline, @Nullable Instant end, @Nullable Integer left, Instant at) {
        boolean over = end == null ? left != null && left < 0 : !at.isBefore(end);
        if (deadline.met() != null) {
            return end == null && left == null ? State.DONE : over ? State.MET_LATE : State.MET;
        }
        return end == null ? State.UNKNOWN : over ? State.OVER : State.RUNNING;
    }

    private static int used(int whole, int left) {
        return whole <= 0 || left < 0 ? 100 : Math.max(0, Math.min(100, (whole - left) * 100 / whole));
    }

    /** The last day on which it is in time; of hours and minutes, the day on which they end. */
    public @Nullable LocalDate day() {
        return end == null ? null : WorkingDays.dayOf(deadline.limit().unit().isOfDays() ? end.minusMillis(1) : end);
    }

    public boolean ofDays() {
        return deadline.limit().unit().isOfDays();
    }

    public boolean isMet() {
        return deadline.met() != null;
    }

    /** Of the strongest warning so far. */
    public String colour() {
        Colour raised = deadline.raised();
        return raised == null ? Sought.NO_COLOUR : raised.written();
    }
}
