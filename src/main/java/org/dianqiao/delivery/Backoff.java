package org.dianqiao.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after the n-th failure: doubling to a longest wait, a share of it left to chance. */
record Backoff(DeliverySettings settings, DoubleSupplier chance) {

    Duration after(int failures) {
        int doublings = Math.min(Math.max(failures, 1) - 1, 30);
        long wait = Math.min(
                settings.firstRetry().toMillis() << doublings,
                settings.longestRetry().toMillis());
        double spread = settings.jitter() * (2 * chance.getAsDouble() - 1);
        return Duration.ofMillis(Math.round(wait * (1 + spread)));
    }
}
