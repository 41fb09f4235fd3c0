package org.dianqiao.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.dianqiao.codes.Region;

/**
 * The notices for one year.
 *
 * @param local by jurisdiction, the more specific ones last: their word counts
 */
record CalendarYear(int year, Notice national, Map<Region, Notice> local) {

    boolean works(LocalDate day, Region region, boolean otherwise) {
        boolean works = national.works(day, otherwise);
        for (Map.Entry<Region, Notice> each : local.entrySet()) {
            works = each.getKey().covers(region.text()) ? each.getValue().works(day, works) : works;
        }
        return works;
    }
}
