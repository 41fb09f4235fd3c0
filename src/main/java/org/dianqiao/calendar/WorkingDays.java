package org.dianqiao.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The working days 工作日 of one jurisdiction. They are counted once, when the years are loaded; after that an answer is
 * two look-ups, however long the period. Before and past the loaded years there is no answer, never a guess: a working
 * week without the holidays that nobody has announced yet would promise days that do not exist.
 */
public final class WorkingDays implements Days {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final NaturalDays loaded;
    private final long first;
    private final LocalDate[] working;

    /** For each loaded day, and the one behind them, how many working days lie before it. */
    private final int[] before;

    WorkingDays(NaturalDays loaded, Predicate<LocalDate> works) {
        this.loaded = loaded;
        this.first = loaded.first().toEpochDay();
        List<LocalDate> days =
                loaded.first().datesUntil(loaded.last().plusDays(1)).toList();
        this.working = days.stream().filter(works).toArray(LocalDate[]::new);
        this.before = new int[days.size() + 1];
        for (int i = 0; i < days.size(); i++) {
            before[i + 1] = before[i] + (works.test(days.get(i)) ? 1 : 0);
        }
    }

    /** The day that it is in the offices. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OFFICE);
    }

    /** When a day begins in the offices. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OFFICE).toInstant();
    }

    public Optional<LocalDate> due(LocalDate accepted, Limit limit) {
        return due(new Period(accepted, limit));
    }

    /** The last day, at any time of which a result is in time. It is not known while the clock stands still. */
    public Optional<LocalDate> due(Period period) {
        return new Reckoning(this, period).due();
    }

    /**
     * How many days are left, negative when overdue; while the clock stands still they stay as they are. Of a period
     * that is moved past rest days nobody can say it before its end is known.
     */
    public OptionalInt remaining(Period period, LocalDate today) {
        return new Reckoning(this, period).remaining(today);
    }

    public Optional<Boolean> isWorkingDay(LocalDate date) {
        return loaded.hold(date) ? Optional.of(upTo(date) > before(date)) : Optional.empty();
    }

    /** The first working day, this one or a later. */
    public Optional<LocalDate> next(LocalDate date) {
        return loaded.hold(date) ? working(before(date)) : Optional.empty();
    }

    @Override
    public Optional<LocalDate> add(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days are counted forward");
        }
        if (!loaded.hold(date)) {
            return Optional.empty();
        }
        return days == 0 ? Optional.of(date) : working(upTo(date) + days - 1L);
    }

    @Override
    public OptionalInt count(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return OptionalInt.of(0);
        }
        return loaded.hold(from) && loaded.hold(to) ? OptionalInt.of(upTo(to) - upTo(from)) : OptionalInt.empty();
    }

    String written() {
        return loaded + " " + Arrays.toString(working);
    }

    NaturalDays loaded() {
        return loaded;
    }

    private Optional<LocalDate> working(long number) {
        return number < working.length ? Optional.of(working[(int) number]) : Optional.empty();
    }

    private int before(LocalDate date) {
        return before[(int) (date.toEpochDay() - first)];
    }

    private int upTo(LocalDate date) {
        return before[(int) (date.toEpochDay() - first) + 1];
    }
}
