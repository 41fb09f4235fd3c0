package org.dianqiao.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dianqiao.exchange.Arrival.Held;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to ask a provider. Whoever waits for an answer holds a thread of the gateway: a provider that is silent
 * gets no more of them than its share, whatever is asked of it, so that all others are asked as ever.
 *
 * <p>Nobody is kept in line while a place is free: in strict order each would wait until the one before was woken, and on a
 * busy machine the line would be slower than the provider.
 */
@Component
class Turns {

    private final AskingSettings settings;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    Turns(AskingSettings settings) {
        this.settings = settings;
    }

    private record Line(Semaphore places, Semaphore asking) {}

    /** A turn, until it is over; absent: too many stand in line already, or it took too long. */
    Optional<Held> take(String provider) {
        Line line = lines.computeIfAbsent(provider, this::opened);
        if (!line.places.tryAcquire()) {
            return Optional.empty();
        }
        if (!comes(line.asking)) {
            line.places.release();
            return Optional.empty();
        }
        return Optional.of(turn(line));
    }

    private Line opened(String provider) {
        int atOnce = settings.atOnce();
        return new Line(new Semaphore(atOnce + settings.waiting()), new Semaphore(atOnce));
    }

    private boolean comes(Semaphore asking) {
        try {
            return asking.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** It may be told twice that it is over. */
    private static Held turn(Line line) {
        AtomicBoolean over = new AtomicBoolean();
        return () -> {
            if (over.compareAndSet(false, true)) {
                line.asking.release();
                line.places.release();
            }
        };
    }
}
