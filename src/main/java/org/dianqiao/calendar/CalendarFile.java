package org.dianqiao.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dianqiao.codes.Region;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;

/** Reads one year's file. */
final class CalendarFile {

    /** 365 or 366 days, 104 to 106 of them weekends, 11 statutory holidays until 2024 and 13 since. */
    private static final int FEWEST = 246;

    private static final int MOST = 252;

    private final int year;
    private final Yaml at;

    private CalendarFile(int year, Yaml at) {
        this.year = year;
        this.at = at;
    }

    /** Nothing where the file's name is not a year. */
    static Optional<CalendarYear> read(Path file, List<Fault> faults) {
        String name = file.getFileName().toString();
        if (!name.matches("\\d{4}\\.yaml")) {
            faults.add(new Fault(file, "a calendar is named after its year, like 2026.yaml"));
            return Optional.empty();
        }
        int year = Integer.parseInt(name, 0, 4, 10);
        int before = faults.size();
        CalendarFile calendar = new CalendarFile(year, Yaml.read(file, faults));
        CalendarYear read = calendar.calendarYear();
        if (faults.size() == before) {
            calendar.refuseHalfAYear(read.national());
        }
        return Optional.of(read);
    }

    private CalendarYear calendarYear() {
        at.only(Set.of("year", "notice", "holidays", "jurisdictions"));
        if (at.maybe("year").filter(Integer.toString(year)::equals).isEmpty()) {
            at.child("year").fault("`year` must be the year of the file's name: " + year);
        }
        Notice national = notice(at, CalendarFile::isWeekday);
        return new CalendarYear(year, national, local(national));
    }

    /** A notice that was copied by half would promise days that do not exist. */
    private void refuseHalfAYear(Notice national) {
        long days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> national.works(day, isWeekday(day)))
                .count();
        if (days < FEWEST || days > MOST) {
            at.fault("it would have " + days + " working days, and every year has " + FEWEST + " to " + MOST
                    + ": are all holidays and make-up days here?");
        }
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** From the province down, so that each finds what those above it have arranged. */
    private Map<Region, Notice> local(Notice national) {
        Map<Region, Notice> local = new LinkedHashMap<>();
        CalendarYear above = new CalendarYear(year, national, local);
        jurisdictions().entrySet().stream()
                .sorted(Comparator.comparingInt(each -> each.getKey().depth()))
                .forEach(each -> local.put(each.getKey(), local(each.getValue(), each.getKey(), above)));
        return local;
    }

    private Notice local(Yaml there, Region region, CalendarYear above) {
        there.only(Set.of("notice", "holidays"));
        return notice(there, day -> above.works(day, region, isWeekday(day)));
    }

    private Map<Region, Yaml> jurisdictions() {
        Map<Region, Yaml> jurisdictions = new LinkedHashMap<>();
        at.child("jurisdictions").members().forEach((code, there) -> {
            if (Region.check(code).isWrong() || Region.of(code).depth() == 0) {
                there.fault("`" + code + "` is not the division code of a province, city or county");
            } else {
                jurisdictions.put(Region.of(code), there);
            }
        });
        return jurisdictions;
    }

    private Notice notice(Yaml there, Predicate<LocalDate> worksAnyway) {
        Yaml source = there.child("notice");
        if (!source.present()) {
            there.fault("`notice` is missing: whose arrangement this is");
        } else {
            source.only(Set.of("title", "number", "source"));
            source.text("title");
            source.text("source");
        }
        return new NoticeDays(year, worksAnyway).read(there);
    }
}
