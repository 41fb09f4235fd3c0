package org.dianqiao.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.function.IntSupplier;
import org.dianqiao.catalogue.Catalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what messages of several services told of one thing: when the longest time is over for which any of them is
 * kept, so that what was told is there as long as the message that brought it.
 */
@Component
public class Erasing {

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private final Holds holds;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Erasing(Holds holds, Catalogue catalogue, TransactionTemplate transaction, Clock clock) {
        this.holds = holds;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Erases some of what nobody has spoken of since an instant, and says how many: less than `most` if these were all. */
    public interface Some {
        int erase(Instant before, Instant now, int most);
    }

    /** So many at once, in a transaction during which nobody sets a hold, until all is erased. */
    public void erase(String what, Collection<String> services, int atOnce, Some some) {
        Instant now = clock.instant();
        Instant before = now.minus(catalogue.longestRetention(services));
        if (before.isBefore(Instant.EPOCH)) {
            return;
        }
        int erased = 0;
        int last;
        do {
            last = inPeace(() -> some.erase(before, now, atOnce));
            erased += last;
        } while (last == atOnce);
        if (erased > 0) {
            log.info("{}: what was told in {} is erased, no word came of them since before {}", what, erased, before);
        }
    }

    private int inPeace(IntSupplier some) {
        Integer erased = transaction.execute(status -> {
            holds.standStill();
            return some.getAsInt();
        });
        return erased == null ? 0 : erased;
    }
}
