package org.dianqiao.platform;

import org.dianqiao.ledger.PatrolWatch;
import org.dianqiao.ledger.SealWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what is accepted also finds its place in the tree. */
@Component("ledger")
class LedgerHealth implements HealthIndicator {

    private final SealWatch watch;
    private final PatrolWatch patrol;

    LedgerHealth(SealWatch watch, PatrolWatch patrol) {
        this.watch = watch;
        this.patrol = patrol;
    }

    @Override
    public Health health() {
        return watch.trouble()
                .map(reason -> Health.down().withDetail("reason", reason))
                .orElseGet(Health::up)
                .withDetail("patrol", patrol.state().words())
                .build();
    }
}
