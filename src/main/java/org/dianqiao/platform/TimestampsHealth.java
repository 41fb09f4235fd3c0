package org.dianqiao.platform;

import java.time.Clock;
import java.time.Instant;
import org.dianqiao.ledger.StampState;
import org.dianqiao.ledger.StampState.Stamped;
import org.dianqiao.ledger.Stamps;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Heads are signed whether they are stamped or not; whoever looks after the gateway must know when they are not. */
@Component("timestamps")
class TimestampsHealth implements HealthIndicator {

    private static final Status OUT_OF_DATE = new Status("OUT_OF_DATE", "no head was stamped for an hour");

    private final Stamps stamps;
    private final Clock clock;

    TimestampsHealth(Stamps stamps, Clock clock) {
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            return of(stamps.state(), clock.instant());
        } catch (DataAccessException databaseIsAway) {
            return Health.unknown().build();
        }
    }

    static Health of(StampState state, Instant now) {
        Health.Builder health = state.isOverdue(now) ? Health.status(OUT_OF_DATE) : Health.up();
        health.withDetail("wanted", state.wanted()).withDetail("troubles", state.troubles());
        Stamped newest = state.newest();
        if (newest != null) {
            health.withDetail("size", newest.head().size())
                    .withDetail("at", newest.at())
                    .withDetail("ageSeconds", newest.age(now).toSeconds())
                    .withDetail("authority", newest.authority());
        }
        if (state.waitingSince() != null) {
            health.withDetail("waitingSince", state.waitingSince());
        }
        return health.build();
    }
}
