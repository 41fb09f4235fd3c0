package org.dianqiao.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves a partner alone that does not answer: after some failures in a row only one delivery at a time tries whether
 * they are back, at growing distances. What is remembered here is a saving, not a state: a node that forgets it tries
 * once more.
 */
final class Breakers {

    private final int breakAfter;
    private final Backoff backoff;
    private final Clock clock;
    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

    Breakers(int breakAfter, Backoff backoff, Clock clock) {
        this.breakAfter = breakAfter;
        this.backoff = backoff;
        this.clock = clock;
    }

    private static final class Breaker {
        private int failures;
        private Instant aloneUntil = Instant.MIN;
    }

    /** How many of `free` places may be used now. */
    int room(String partner, int free, boolean busy) {
        Breaker breaker = breakers.get(partner);
        if (breaker == null) {
            return free;
        }
        synchronized (breaker) {
            if (breaker.failures < breakAfter) {
                return free;
            }
            return busy || clock.instant().isBefore(breaker.aloneUntil) ? 0 : Math.min(1, free);
        }
    }

    /** What was begun before the break and fails after it is the same failure, told again. */
    void failed(String partner) {
        Breaker breaker = breakers.computeIfAbsent(partner, id -> new Breaker());
        Instant now = clock.instant();
        synchronized (breaker) {
            if (now.isBefore(breaker.aloneUntil)) {
                return;
            }
            breaker.failures++;
            if (breaker.failures >= breakAfter) {
                breaker.aloneUntil = now.plus(backoff.after(breaker.failures - breakAfter + 1));
            }
        }
    }

    /** True: they were given up for a while and are back now. */
    boolean answered(String partner) {
        Breaker breaker = breakers.remove(partner);
        if (breaker == null) {
            return false;
        }
        synchronized (breaker) {
            return breaker.failures >= breakAfter;
        }
    }
}
