package org.dianqiao.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.ledger.EntryId;
import org.springframework.stereotype.Component;

/** Called by the clock: who was given a licence is forgotten when the reply is erased in which they got it. */
@Component
public class RelianceWatch {

    private static final List<String> SERVICES = List.of("licence.lookup", "licence.verify");

    private final RelianceStore store;
    private final Catalogue catalogue;
    private final Clock clock;

    RelianceWatch(RelianceStore store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public void erase() {
        Instant now = clock.instant();
        SERVICES.forEach(service -> store.erase(service, EntryId.floor(now.minus(catalogue.retention(service)))));
    }
}
