package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.connector.SecretWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Secrets that platforms should have given us: without one nothing can be asked there. */
@Component("secrets")
class SecretsHealth implements HealthIndicator {

    private static final Status OUT_OF_DATE = new Status("OUT_OF_DATE", "a platform gave no secret that is in force");

    private final SecretWatch watch;

    SecretsHealth(SecretWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<String> alarms = watch.alarms();
        Health.Builder health =
                alarms.isEmpty() ? Health.up() : Health.status(OUT_OF_DATE).withDetail("over", alarms);
        List<String> troubles = watch.troubles();
        return (troubles.isEmpty() ? health : health.withDetail("notGiven", troubles)).build();
    }
}
