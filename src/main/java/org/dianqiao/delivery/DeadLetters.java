package org.dianqiao.delivery;

import java.time.Clock;
import org.dianqiao.delivery.DeadLetterStore.Dead;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator may do with a delivery that died, always with a reason that stays on record. */
@Service
public class DeadLetters {

    /** In the place of a partner where nobody acts for the region. */
    public static final String NOBODY = "-";

    private final DeadLetterStore store;
    private final Outbox outbox;
    private final Watched<Partners> partners;
    private final Clock clock;

    public DeadLetters(DeadLetterStore store, Outbox outbox, Watched<Partners> partners, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.partners = partners;
        this.clock = clock;
    }

    /** The same bytes to the same partner, who so recognises a repeat. */
    @Transactional
    public void retry(long id, String who, String why) {
        Delivery dead = close(id, who, "retried", why);
        if (dead.partner().equals(NOBODY)) {
            throw new IllegalArgumentException("it has no receiver yet: redirect it to a partner");
        }
        requireParts(dead, Manifests.read(dead.message().manifest()));
        outbox.repeat(dead);
    }

    /** The same parts to another partner, newly signed for them. */
    @Transactional
    public void redirect(long id, String partner, String who, String why) {
        Delivery dead = close(id, who, "redirected", why);
        Partner to = partners.current()
                .find(partner)
                .filter(found -> found.receives(dead.service()))
                .orElseThrow(() -> new IllegalArgumentException(partner + " does not receive " + dead.service()));
        Manifest said = Manifests.read(dead.message().manifest());
        requireParts(dead, said);
        outbox.redirect(dead, said, to);
    }

    @Transactional
    public void close(long id, String who, String why) {
        close(id, who, "closed", why);
    }

    private void requireParts(Delivery dead, Manifest said) {
        if (!said.parts().isEmpty() && !store.holdParts(dead)) {
            throw new ErasedParts();
        }
    }

    private Delivery close(long id, String who, String how, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("a reason is needed");
        }
        Dead dead = store.close(id, clock.instant(), who, how, why)
                .orElseThrow(() -> new IllegalArgumentException("this dead letter is closed already"));
        Delivery delivery = dead.delivery();
        String subject = dead.entry() == null ? delivery.messageId() : dead.entry();
        store.audit(clock.instant(), who, "dead-letter-" + how, subject, why);
        return delivery;
    }
}
