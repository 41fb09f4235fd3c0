package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.connector.list.ListWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Folders of partners that cannot be used: theirs to mend as a rule, and nothing that should stop the gateway. */
@Component("lists")
class ListsHealth implements HealthIndicator {

    private final ListWatch watch;

    ListsHealth(ListWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<String> troubles = watch.troubles();
        return troubles.isEmpty()
                ? Health.up().build()
                : Health.up().withDetail("notTaken", troubles).build();
    }
}
