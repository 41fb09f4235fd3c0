package org.dianqiao.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.files.Watched;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Past the last loaded year no deadline is known, so the next one's calendar must be here before that. */
@Component("calendarsHealthIndicator")
class CalendarHealth implements HealthIndicator {

    private static final int DAYS_TO_LOAD_THE_NEXT_YEAR = 45;
    private static final Status OUT_OF_DATE = new Status("OUT_OF_DATE", "the next year's calendar is missing");

    private final Watched<Calendars> calendars;
    private final Clock clock;

    CalendarHealth(Watched<Calendars> calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Calendars loaded = calendars.current();
        LocalDate today = WorkingDays.dayOf(clock.instant());
        boolean late = ChronoUnit.DAYS.between(today, loaded.lastLoaded()) < DAYS_TO_LOAD_THE_NEXT_YEAR;
        return (late ? outOfDate(loaded.lastLoaded()) : Health.up())
                .withDetail("firstDay", loaded.firstLoaded())
                .withDetail("lastDay", loaded.lastLoaded())
                .build();
    }

    private static Health.Builder outOfDate(LocalDate last) {
        int next = last.getYear() + 1;
        return Health.status(OUT_OF_DATE)
                .withDetail("alarm", "deadlines after " + last + " are unknown: put " + next + ".yaml into calendars");
    }
}
