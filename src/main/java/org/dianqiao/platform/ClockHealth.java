package org.dianqiao.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether our clock and the database's tell the same time: by ours messages are stale and certificates run out. */
@Component("clockHealthIndicator")
class ClockHealth implements HealthIndicator {

    private static final Duration TOLERATED = Duration.ofSeconds(5);
    private static final Status OUT_OF_STEP =
            new Status("OUT_OF_STEP", "this machine's clock or the database's is wrong");

    private final JdbcClient jdbc;
    private final Clock clock;

    ClockHealth(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            Duration ahead = ahead();
            return (ahead.abs().compareTo(TOLERATED) > 0 ? Health.status(OUT_OF_STEP) : Health.up())
                    .withDetail("aheadMillis", ahead.toMillis())
                    .build();
        } catch (DataAccessException databaseIsAway) {
            return Health.unknown().build();
        }
    }

    private Duration ahead() {
        Instant before = clock.instant();
        Instant theirs = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return ahead(before, theirs, clock.instant());
    }

    /** How far ours is ahead of the one that was read between two looks at ours; negative where it is behind. */
    private static Duration ahead(Instant before, Instant theirs, Instant after) {
        if (theirs.isBefore(before)) {
            return Duration.between(theirs, before);
        }
        return theirs.isAfter(after) ? Duration.between(theirs, after) : Duration.ZERO;
    }
}
