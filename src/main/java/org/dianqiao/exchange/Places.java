package org.dianqiao.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.dianqiao.exchange.Arrival.Held;

/**
 * How many requests of one partner are worked on at once. Each holds a thread of the server until its last byte has
 * come: one who stops in the middle of many must leave some for the others.
 */
public final class Places {

    private final int forEach;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    public Places(int forEach) {
        this.forEach = forEach;
    }

    /** One place, until it is closed; absent: all are taken. */
    public Optional<Held> take(String partner) {
        Semaphore places = free.computeIfAbsent(partner, id -> new Semaphore(forEach));
        return places.tryAcquire() ? Optional.of(places::release) : Optional.empty();
    }
}
