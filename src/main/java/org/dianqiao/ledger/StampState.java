package org.dianqiao.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the heads' time stamps.
 *
 * @param wanted whether there are authorities to ask
 * @param newest the newest head that has one
 * @param waitingSince the time of the oldest head that no stamp covers yet
 * @param troubles why the authorities last asked by this node gave none, in their order
 */
public record StampState(
        boolean wanted, @Nullable Stamped newest, @Nullable Instant waitingSince, List<String> troubles) {

    private static final Duration ALARM = Duration.ofHours(1);

    /**
     * A head with its stamp.
     *
     * @param at by the clock of the authority, whose certificate's subject this is
     */
    public record Stamped(TreeHead head, Instant at, String authority) {

        public Duration age(Instant now) {
            return Duration.between(at, now);
        }
    }

    /** Whether heads have been waiting for longer than an authority may be away. */
    public boolean isOverdue(Instant now) {
        return wanted && waitingSince != null && waitingSince.plus(ALARM).isBefore(now);
    }
}
