package org.dianqiao.revocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How revocation lists are fetched.
 *
 * @param interval how long after one fetch the next follows; left empty, nothing is fetched, and the lists in
 *     `certs/revoked` are all there are
 * @param patience how long a whole answer may take
 */
@ConfigurationProperties("dianqiao.revocation")
public record RevocationSettings(
        @Nullable Duration interval, @DefaultValue("30s") Duration patience) {

    private static final int SOONER = 6;

    public RevocationSettings {
        require(interval == null || interval.toMillis() > 0, "interval must be longer than nothing, or empty");
        require(patience.toMillis() > 0, "patience must be longer than nothing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("dianqiao.revocation." + otherwise);
        }
    }

    /** When to ask again for a list with this next update: sooner when it nears, because it may come early or late. */
    static Instant next(Instant now, Duration interval, Instant nextUpdate) {
        return now.plus(interval).isBefore(nextUpdate) ? now.plus(interval) : soon(now, interval);
    }

    static Instant soon(Instant now, Duration interval) {
        return now.plus(interval.dividedBy(SOONER));
    }
}
