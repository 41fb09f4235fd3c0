package org.dianqiao.exchange;

import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param asked where another partner gave it: the entry of our question to them, with their signed answer
 */
public record Replied(Said body, @Nullable Entry asked) {

    public static Replied json(byte[] body) {
        return of("application/json", body, null);
    }

    public static Replied of(String type, byte[] body, @Nullable Entry asked) {
        return new Replied(Said.of(type, body), asked);
    }
}
