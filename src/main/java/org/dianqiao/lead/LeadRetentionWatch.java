package org.dianqiao.lead;

import java.time.Clock;
import java.time.Instant;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.Holds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Called by the clock: what was told of a project is erased when nobody has said a word of it, however it stands, for
 * the longest time for which any of the services is kept that told of it.
 */
@Component
public class LeadRetentionWatch {

    private static final Logger log = LoggerFactory.getLogger(LeadRetentionWatch.class);
    private static final int AT_ONCE = 200;

    private final LeadRetentionStore store;
    private final Holds holds;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeadRetentionWatch(
            LeadRetentionStore store, Holds holds, Catalogue catalogue, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.holds = holds;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void erase() {
        Instant now = clock.instant();
        Instant over = now.minus(catalogue.longestRetention(Kind.LEAD.services()));
        if (over.isBefore(Instant.EPOCH)) {
            return;
        }
        int leads = 0;
        int some;
        do {
            some = eraseSome(over, now);
            leads += some;
        } while (some == AT_ONCE);
        if (leads > 0) {
            log.info("leads: what was told in {} is erased, nobody has spoken of them since before {}", leads, over);
        }
    }

    private int eraseSome(Instant over, Instant now) {
        Integer leads = transaction.execute(status -> {
            holds.standStill();
            return store.eraseSome(over, now, AT_ONCE);
        });
        return leads == null ? 0 : leads;
    }
}
