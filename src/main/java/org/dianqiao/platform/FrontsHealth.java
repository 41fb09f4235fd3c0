package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.connector.front.FrontWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Front-end databases that should be read and cannot be. */
@Component("fronts")
class FrontsHealth implements HealthIndicator {

    private static final Status OUT_OF_DATE = new Status("OUT_OF_DATE", "a front-end database is not read");

    private final FrontWatch watch;

    FrontsHealth(FrontWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<String> alarms = watch.alarms();
        return alarms.isEmpty()
                ? Health.up().build()
                : Health.status(OUT_OF_DATE).withDetail("notRead", alarms).build();
    }
}
