package org.dianqiao.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.exchange.RetentionStore.Batch;
import org.dianqiao.ledger.EntryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Called by the clock: parts of messages and replies whose time is over are erased. Their digests, the signatures over
 * these and the ledger entries stay, so what was said can still be proved by whoever has the bytes. What a legal hold
 * keeps is erased in the first round after its release.
 */
@Component
public class RetentionWatch {

    private static final Logger log = LoggerFactory.getLogger(RetentionWatch.class);

    private final RetentionStore store;
    private final Catalogue catalogue;
    private final Clock clock;

    public RetentionWatch(RetentionStore store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public void erase() {
        store.mark(catalogue.all().stream().map(Service::name).toList());
        store.marked().forEach(this::erase);
    }

    private void erase(String service) {
        Instant over = clock.instant().minus(catalogue.retention(service));
        if (over.isBefore(Instant.EPOCH)) {
            return;
        }
        String end = EntryId.floor(over);
        int parts = all(() -> store.erase(service, end)) + all(() -> store.eraseReleased(service, end));
        if (parts > 0) {
            log.info("{}: parts erased because their time is over: {}, all from before {}", service, parts, over);
        }
    }

    private static int all(Supplier<Batch> next) {
        int parts = 0;
        Batch batch;
        do {
            batch = next.get();
            parts += batch.parts();
        } while (!batch.last());
        return parts;
    }
}
