package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.revocation.RevocationWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Revocation lists that should be here: time is left to get them, and an operator must know how much. */
@Component("revocation")
class RevocationHealth implements HealthIndicator {

    private static final Status OUT_OF_DATE = new Status("OUT_OF_DATE", "a revocation list is missing or overdue");

    private final RevocationWatch watch;

    RevocationHealth(RevocationWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<String> alarms = watch.alarms();
        Health.Builder health =
                alarms.isEmpty() ? Health.up() : Health.status(OUT_OF_DATE).withDetail("lists", alarms);
        List<String> troubles = watch.troubles();
        return (troubles.isEmpty() ? health : health.withDetail("notFetched", troubles)).build();
    }
}
