package org.dianqiao.delivery;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Called by the clock: deliveries whose time is over while nobody could try them. */
@Component
public class DeliveryWatch {

    private final DeliveryStore store;
    private final Ends ends;
    private final Clock clock;

    public DeliveryWatch(DeliveryStore store, Ends ends, Clock clock) {
        this.store = store;
        this.ends = ends;
        this.clock = clock;
    }

    public void expire() {
        store.expired(clock.instant()).forEach(ends::expired);
    }
}
