package org.dianqiao.delivery;

import java.util.List;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What becomes of a delivery when the transaction that puts it down ends. With a place kept for it, it is put down
 * under this node's lease and sets out at once; without one it waits in the queue; rolled back, it never was.
 */
final class Departure implements TransactionSynchronization {

    private final Dispatcher dispatcher;
    private final String partner;
    private final boolean placeKept;
    private @Nullable Consignment consignment;

    private Departure(Dispatcher dispatcher, String partner, boolean placeKept) {
        this.dispatcher = dispatcher;
        this.partner = partner;
        this.placeKept = placeKept;
    }

    static Departure atOnceIfPossible(Dispatcher dispatcher, String partner) {
        Departure departure = new Departure(dispatcher, partner, dispatcher.keepPlace(partner));
        TransactionSynchronizationManager.registerSynchronization(departure);
        return departure;
    }

    static void fromQueue(Dispatcher dispatcher, String partner) {
        TransactionSynchronizationManager.registerSynchronization(new Departure(dispatcher, partner, false));
    }

    /** Absent: it waits in the queue. */
    @Nullable
    Lease lease() {
        return placeKept ? dispatcher.lease() : null;
    }

    /** It was put down; under a lease only where nothing of its case comes before it. */
    void of(Delivery put, List<Kept> parts) {
        if (put.attempts() > 0) {
            consignment = Consignment.of(put, parts);
            dispatcher.hold(put);
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && consignment != null) {
            dispatcher.begin(consignment);
            return;
        }
        if (consignment != null) {
            dispatcher.letGo(consignment.delivery(), status == STATUS_UNKNOWN);
        }
        if (placeKept) {
            dispatcher.giveUpPlace(partner);
        }
        if (status == STATUS_COMMITTED) {
            dispatcher.look(partner);
        }
    }
}
