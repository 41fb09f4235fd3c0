package org.dianqiao.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.partner.Partner;

/**
 * How many messages of one partner are worked on at once. Each holds a thread of the server until its last byte has
 * come: one who stops in the middle of many must leave some for the others.
 */
final class Places {

    private static final int FOR_EACH = 128;

    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    /** One place, until it is closed; absent: all are taken. */
    Optional<Held> take(Partner partner) {
        Semaphore places = free.computeIfAbsent(partner.id(), id -> new Semaphore(FOR_EACH));
        return places.tryAcquire() ? Optional.of(places::release) : Optional.empty();
    }
}
