package org.dianqiao.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.Holds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Called by the clock: what was told in a case is erased when it is closed and the longest time is over for which any
 * of the services is kept that told of it. So its last word is there as long as the message that brought it.
 */
@Component
public class CaseRetentionWatch {

    private static final Logger log = LoggerFactory.getLogger(CaseRetentionWatch.class);
    private static final int AT_ONCE = 100;

    private final CaseRetentionStore store;
    private final Holds holds;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseRetentionWatch(
            CaseRetentionStore store, Holds holds, Catalogue catalogue, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.holds = holds;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void erase() {
        Stream.of(Kind.values()).forEach(this::erase);
    }

    private void erase(Kind kind) {
        Instant now = clock.instant();
        Instant over = now.minus(catalogue.longestRetention(kind.services()));
        if (over.isBefore(Instant.EPOCH)) {
            return;
        }
        int cases = 0;
        int some;
        do {
            some = eraseSome(kind, over, now);
            cases += some;
        } while (some == AT_ONCE);
        if (cases > 0) {
            log.info("{} cases: what was told in {} is erased, all closed before {}", kind.written(), cases, over);
        }
    }

    private int eraseSome(Kind kind, Instant over, Instant now) {
        Integer cases = transaction.execute(status -> {
            holds.standStill();
            return store.eraseSome(kind, over, now, AT_ONCE);
        });
        return cases == null ? 0 : cases;
    }
}
