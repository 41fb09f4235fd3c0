package org.dianqiao.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How many deliveries are under way to each partner, and whether another may set out. Each partner has a lane of its
 * own: who is slow or away holds up nobody else.
 */
@Component
class Lanes {

    private final int width;
    private final Breakers breakers;
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

    Lanes(DeliverySettings settings, Clock clock) {
        this.width = settings.atOnce();
        Backoff backoff =
                new Backoff(settings, () -> ThreadLocalRandom.current().nextDouble());
        this.breakers = new Breakers(settings.breakAfter(), backoff, clock);
    }

    /** How many may come from the queue. None while more than half is taken: asking for few costs as much as for many. */
    int room(String partner) {
        int busy = busy(partner).get();
        int free = width - busy;
        return free * 2 < width ? 0 : breakers.room(partner, free, busy > 0);
    }

    /** Takes a place for what was never in the queue. Half the lane stays with those who wait there. */
    boolean enterAtOnce(String partner) {
        if (breakers.room(partner, width, false) < width) {
            return false;
        }
        AtomicInteger busy = busy(partner);
        if (busy.incrementAndGet() * 2 <= width) {
            return true;
        }
        busy.decrementAndGet();
        return false;
    }

    void enter(String partner) {
        busy(partner).incrementAndGet();
    }

    void leave(String partner) {
        busy(partner).decrementAndGet();
    }

    void failed(String partner) {
        breakers.failed(partner);
    }

    /** True: they were given up for a while and are back now. */
    boolean answered(String partner) {
        return breakers.answered(partner);
    }

    private AtomicInteger busy(String partner) {
        return underWay.computeIfAbsent(partner, id -> new AtomicInteger());
    }
}
