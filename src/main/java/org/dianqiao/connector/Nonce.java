package org.dianqiao.connector;

import java.time.Duration;
import java.time.Instant;

/** What a signed request says only once 随机串. It is remembered as long as the request could come again. */
record Nonce(String text, Instant until) {

    /** The longest window there may be, so that one that is set wider lets in nothing that is forgotten. */
    static final Duration LONGEST_WINDOW = Duration.ofMinutes(10);

    /** By how much the clocks of our nodes may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    static Nonce signedAt(Instant time, String text) {
        return new Nonce(text, time.plus(LONGEST_WINDOW).plus(SKEW));
    }
}
