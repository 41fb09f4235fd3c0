package org.dianqiao.exchange;

import java.time.Duration;
import java.time.Instant;
import org.dianqiao.ledger.Signed;

/**
 * An answer that a provider gave before.
 *
 * @param at when they gave it
 * @param entry of the reply in which it was passed on
 * @param askedEntry of our question that they answered
 * @param answer as it was signed then
 */
public record HeldAnswer(Instant at, Duration age, String entry, String askedEntry, Signed answer) {

    Remark remark() {
        return new Remark.Held(at, age, entry);
    }
}
