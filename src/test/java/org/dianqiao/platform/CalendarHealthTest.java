package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.files.Watched;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class CalendarHealthTest {

    @Test
    void isWellWhileThereIsTimeToLoadTheNextYear() {
        Health health = at("2026-11-16T15:59:59Z");

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("firstDay", LocalDate.of(2024, 1, 1))
                .containsEntry("lastDay", LocalDate.of(2026, 12, 31))
                .doesNotContainKey("alarm");
    }

    @Test
    void isOutOfDateFromTheFirstHourInTheOfficesOnWhichThereIsNot() {
        Health health = at("2026-11-16T16:00:00Z");

        assertThat(health.getStatus().getCode()).isEqualTo("OUT_OF_DATE");
        assertThat(health.getDetails())
                .containsEntry("alarm", "deadlines after 2026-12-31 are unknown: put 2027.yaml into calendars")
                .containsEntry("lastDay", LocalDate.of(2026, 12, 31));
    }

    @Test
    void staysOutOfDatePastTheLastDay() {
        assertThat(at("2027-03-01T00:00:00Z").getStatus().getCode()).isEqualTo("OUT_OF_DATE");
    }

    private static Health at(String now) {
        Path folder = Path.of("mappings/calendars");
        Watched<Calendars> calendars = new Watched<>(List.of(folder), () -> Calendars.read(folder));
        return new CalendarHealth(calendars, Clock.fixed(Instant.parse(now), ZoneOffset.UTC)).health();
    }
}
