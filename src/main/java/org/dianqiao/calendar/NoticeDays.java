package org.dianqiao.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dianqiao.files.Yaml;

/** Reads the days of one notice. */
final class NoticeDays {

    private final int year;
    private final Predicate<LocalDate> worksAnyway;
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();

    /** What is a working day without this notice cannot be made one by it. */
    NoticeDays(int year, Predicate<LocalDate> worksAnyway) {
        this.year = year;
        this.worksAnyway = worksAnyway;
    }

    Notice read(Yaml at) {
        if (!at.child("holidays").present()) {
            at.fault("`holidays` is missing");
        }
        at.list("holidays").forEach(this::holiday);
        return new Notice(off, work);
    }

    private void holiday(Yaml at) {
        at.only(Set.of("name", "off", "work"));
        Yaml name = at.child("name");
        name.only(Set.of("zh", "en"));
        name.text("zh");
        name.text("en");
        if (!at.child("off").present() && !at.child("work").present()) {
            at.fault("neither `off` nor `work` is here");
        }
        off(at.child("off"));
        at.list("work").forEach(item -> day(item, item.scalar()).ifPresent(day -> work(item, day)));
    }

    /** `2026-10-01..2026-10-07`, or one day. */
    private void off(Yaml at) {
        if (!at.present()) {
            return;
        }
        String[] ends = at.scalar().split("\\.\\.", 2);
        Optional<LocalDate> first = day(at, ends[0]);
        Optional<LocalDate> last = ends.length == 1 ? first : day(at, ends[1]);
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        if (last.get().isBefore(first.get())) {
            at.fault(last.get() + " is before " + first.get());
            return;
        }
        first.get().datesUntil(last.get().plusDays(1)).forEach(day -> off(at, day));
    }

    private void off(Yaml at, LocalDate day) {
        if (!off.add(day)) {
            at.fault(day + " is taken off twice");
        }
        if (work.contains(day)) {
            at.fault(day + " is both a rest day and a working day here");
        }
    }

    private void work(Yaml at, LocalDate day) {
        if (!work.add(day)) {
            at.fault(day + " is made a working day twice");
        }
        if (off.contains(day)) {
            at.fault(day + " is both a rest day and a working day here");
        } else if (worksAnyway.test(day)) {
            at.fault(day + " is a working day anyway");
        }
    }

    private Optional<LocalDate> day(Yaml at, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (isArranged(day)) {
                return Optional.of(day);
            }
            at.fault(day + " does not lie in " + year);
        } catch (DateTimeException e) {
            at.fault("`" + text + "` is not a date like 2026-10-01");
        }
        return Optional.empty();
    }

    /** New Year's rest days may begin in December: in 2019 they did on 2018-12-30, with 2018-12-29 made up for. */
    private boolean isArranged(LocalDate day) {
        return day.getYear() == year || (day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER);
    }
}
