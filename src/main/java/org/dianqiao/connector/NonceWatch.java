package org.dianqiao.connector;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Called by the clock: nonces whose requests could not come again are forgotten. */
@Component
public class NonceWatch {

    private static final int AT_ONCE = 1000;

    private final NonceStore store;
    private final Clock clock;

    NonceWatch(NonceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void forget() {
        int forgotten = AT_ONCE;
        while (forgotten == AT_ONCE) {
            forgotten = store.forget(clock.instant(), AT_ONCE);
        }
    }
}
