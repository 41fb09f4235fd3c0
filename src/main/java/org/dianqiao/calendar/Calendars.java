package org.dianqiao.calendar;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.dianqiao.codes.Region;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;

/** The years that are loaded, without a gap, and the working days of each jurisdiction in them. */
public final class Calendars {

    private static final Region COUNTRY = Region.of("100000");

    private final List<CalendarYear> years;
    private final NaturalDays loaded;
    private final String edition;

    /** The most specific first, the country last. */
    private final Map<Region, WorkingDays> jurisdictions = new LinkedHashMap<>();

    private Calendars(List<CalendarYear> years) {
        this.years = years;
        this.loaded = new NaturalDays(
                LocalDate.of(years.get(0).year(), 1, 1),
                LocalDate.of(years.get(years.size() - 1).year(), 12, 31));
        years.stream()
                .flatMap(year -> year.local().keySet().stream())
                .sorted(Comparator.comparing(Region::depth).reversed())
                .forEach(region -> jurisdictions.computeIfAbsent(region, this::workingDays));
        jurisdictions.put(COUNTRY, workingDays(COUNTRY));
        this.edition = sum(jurisdictions);
    }

    private static String sum(Map<Region, WorkingDays> jurisdictions) {
        CRC32 sum = new CRC32();
        jurisdictions.forEach((region, days) ->
                sum.update((region.text() + " " + days.written()).getBytes(StandardCharsets.US_ASCII)));
        return "%08x".formatted(sum.getValue());
    }

    public static Calendars read(Path folder) {
        List<Fault> faults = new ArrayList<>();
        List<CalendarYear> years = new ArrayList<>();
        for (Path file : Yaml.files(folder, ".yaml")) {
            CalendarFile.read(file, faults).ifPresent(year -> {
                refuseGap(years, year, file, faults);
                years.add(year);
            });
        }
        if (years.isEmpty()) {
            faults.add(new Fault(folder, "no calendar is here; a year's is named like 2026.yaml"));
        }
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        return new Calendars(years);
    }

    /** A period across a missing year would be counted without its holidays. */
    private static void refuseGap(List<CalendarYear> years, CalendarYear next, Path file, List<Fault> faults) {
        int before = next.year() - 1;
        if (!years.isEmpty() && years.get(years.size() - 1).year() != before) {
            faults.add(new Fault(file, "the year before is missing: " + before + ".yaml"));
        }
    }

    /** As the most specific jurisdiction has them that covers the division. */
    public WorkingDays of(String regionCode) {
        Region region = Region.of(regionCode);
        for (Map.Entry<Region, WorkingDays> each : jurisdictions.entrySet()) {
            if (each.getKey().covers(region.text())) {
                return each.getValue();
            }
        }
        throw new IllegalStateException("the country covers every division");
    }

    /** Another one as soon as some day anywhere has become a rest day or a working day. */
    public String edition() {
        return edition;
    }

    public LocalDate firstLoaded() {
        return loaded.first();
    }

    public LocalDate lastLoaded() {
        return loaded.last();
    }

    private WorkingDays workingDays(Region region) {
        return new WorkingDays(loaded, day -> works(day, region));
    }

    /** The later notice counts: the one for a year may also arrange the last days of the year before. */
    private boolean works(LocalDate day, Region region) {
        boolean works = CalendarFile.isWeekday(day);
        for (CalendarYear year : years) {
            works = year.works(day, region, works);
        }
        return works;
    }
}
