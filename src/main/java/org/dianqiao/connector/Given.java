package org.dianqiao.connector;

import java.time.Duration;
import java.time.Instant;
import org.dianqiao.partner.Secret;

/** A secret that a platform gave us, until its end. */
record Given(Secret secret, Instant ends) {

    /** In good time before the end: a quarter of its life is left for a platform that is away. */
    Instant next(Instant now) {
        return now.plus(Duration.between(now, ends).multipliedBy(3).dividedBy(4));
    }
}
