package org.dianqiao.delivery;

import java.time.Clock;
import org.dianqiao.delivery.DeliveryStore.Arrived;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.exchange.Kind;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How deliveries end. Each end is one ledger entry, written as the row leaves the queue. */
@Service
public class Ends {

    private static final Logger log = LoggerFactory.getLogger(Ends.class);

    private final DeliveryStore deliveries;
    private final DeadLetterStore deadLetters;
    private final LedgerStore ledger;
    private final Node node;
    private final Clock clock;
    private final Rounds<Arrived, Boolean> rounds;

    public Ends(DeliveryStore deliveries, DeadLetterStore deadLetters, LedgerStore ledger, Node node, Clock clock) {
        this.deliveries = deliveries;
        this.deadLetters = deadLetters;
        this.ledger = ledger;
        this.node = node;
        this.clock = clock;
        this.rounds = new Rounds<>(arrived -> deliveries.delivered(arrived, node.id()));
    }

    /** False: another node holds it by now, and what happened here is theirs to find out. */
    public boolean delivered(Delivery delivery, Delivered outcome) {
        Entry end = ended(delivery, "delivered", outcome.answer(), outcome.body());
        return rounds.join(new Arrived(delivery, end));
    }

    /** False as above. */
    @Transactional
    public boolean declined(Delivery delivery, Declined outcome) {
        return bury(
                delivery,
                outcome.problem(),
                outcome.kept(),
                ended(delivery, outcome.code(), outcome.answer(), outcome.body()));
    }

    @Transactional
    public void expired(Delivery delivery) {
        String problem = "not delivered in time, after " + delivery.attempts() + " attempts";
        bury(delivery, problem, problem, ended(delivery, "expired", null, null));
    }

    /** Whether it is still to arrive, or was sent again. */
    public boolean isUnderWay(String partner, String messageId) {
        return deliveries.has(partner, messageId);
    }

    /** What had arrived is not taken after all, as its receiver says later. Told once, and again where it was retried. */
    @Transactional
    public void undone(String partner, String messageId, String problem, String words) {
        deadLetters.arrived(partner, messageId).ifPresent(dead -> {
            deadLetters.add(dead.delivery(), dead.entry(), clock.instant(), "refused", Outcome.kept(problem, words));
            log.warn("{} {} {}: dead, {}", partner, dead.delivery().service(), messageId, problem);
        });
    }

    private boolean bury(Delivery delivery, String problem, String kept, Entry end) {
        boolean ours = deliveries.remove(delivery, node.id(), clock.instant());
        if (ours) {
            deadLetters.add(delivery, end.id(), end.at(), end.outcome(), kept);
            ledger.append(end);
            log.warn("{} {} {}: dead, {}", delivery.partner(), delivery.service(), delivery.messageId(), problem);
        }
        return ours;
    }

    private Entry ended(Delivery delivery, String outcome, @Nullable Signed answer, byte @Nullable [] body) {
        return delivery.ended(Kind.EVENT, clock.instant(), outcome, answer, body);
    }
}
