package org.dianqiao.exchange;

import java.util.Locale;
import java.util.Optional;

/** What sort of message a manifest speaks for. */
public enum Kind {
    EVENT,
    QUERY,
    RECEIPT,
    REPLY,
    REFUSAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The others are answers. */
    public boolean opens() {
        return this == EVENT || this == QUERY;
    }

    static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
