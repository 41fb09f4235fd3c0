package org.dianqiao.connector;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * What is wrong with a platform's secret.
 *
 * @param over no request can be signed any more; otherwise there is still time
 */
record SecretState(boolean over, String sentence) {

    Level level() {
        return over ? Level.ERROR : Level.WARN;
    }

    static Optional<SecretState> of(String partner, @Nullable Instant ends, @Nullable String trouble, Instant now) {
        String why = trouble == null ? "" : ": " + trouble;
        if (ends == null && trouble == null) {
            return Optional.empty();
        }
        if (ends == null) {
            return Optional.of(new SecretState(true, partner + " has given no secret yet" + why));
        }
        if (!ends.isAfter(now)) {
            return Optional.of(new SecretState(true, "the secret of " + partner + " ended at " + ends + why));
        }
        return Optional.ofNullable(trouble)
                .map(reason ->
                        new SecretState(false, partner + " gives no new secret, the one before ends at " + ends + why));
    }
}
