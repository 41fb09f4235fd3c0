package org.dianqiao.delivery;

import java.time.Clock;
import org.dianqiao.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** Called by the clock: where answers stand is forgotten when they are too old to be given again. */
@Component
public class HeldAnswerWatch {

    private final HeldAnswerStore store;
    private final Catalogue catalogue;
    private final Clock clock;

    HeldAnswerWatch(HeldAnswerStore store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public void erase() {
        store.eraseBefore(clock.instant().minus(catalogue.longestHeld()));
    }
}
