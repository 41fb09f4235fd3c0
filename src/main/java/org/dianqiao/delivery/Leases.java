package org.dianqiao.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What this node has in its hands. As long as it is held it is this node's: its lease is renewed. */
@Component
class Leases {

    private final LeaseStore store;
    private final Node node;
    private final Duration length;
    private final Clock clock;
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean inDoubt = new AtomicBoolean(true);
    private Instant renewed = Instant.MIN;

    Leases(LeaseStore store, Node node, DeliverySettings settings, Clock clock) {
        this.store = store;
        this.node = node;
        this.length = settings.lease();
        this.clock = clock;
    }

    Lease lease() {
        Instant now = clock.instant();
        return new Lease(node.id(), now, now.plus(length));
    }

    List<String> awaited() {
        return store.awaited();
    }

    List<Delivery> claim(Map<String, Integer> room) {
        return store.claim(room, lease(), held);
    }

    void hold(Delivery delivery) {
        held.add(delivery.id());
    }

    void letGo(Delivery delivery) {
        held.remove(delivery.id());
    }

    /** Something that is not held may be leased by this node. */
    void doubt() {
        inDoubt.set(true);
    }

    /** Called again and again by one thread. */
    void keep() {
        releaseWhatIsNotHeld();
        renew();
    }

    /** After a start, and after the database was away: what is leased by this node and not under way is nobody's. */
    private void releaseWhatIsNotHeld() {
        if (inDoubt.getAndSet(false)) {
            try {
                Set<Long> idle = store.leased(node.id());
                idle.removeAll(held);
                store.release(node.id(), idle);
            } catch (DataAccessException e) {
                inDoubt.set(true);
                throw e;
            }
        }
    }

    /** Three times in the life of a lease, so that one may fail. */
    private void renew() {
        Lease next = lease();
        if (!held.isEmpty() && next.from().isAfter(renewed.plus(length.dividedBy(3)))) {
            store.renew(next, held);
            renewed = next.from();
        }
    }
}
