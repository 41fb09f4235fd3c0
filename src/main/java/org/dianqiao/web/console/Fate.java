package org.dianqiao.web.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an exchange ended, in one word of five; the codes of a refusal are all the same fate. */
public enum Fate {
    ACCEPTED,
    DELIVERED,
    ANSWERED,
    EXPIRED,
    REFUSED;

    /** The outcomes that are no refusal. */
    static final List<String> NOT_REFUSED = List.of("accepted", "delivered", "answered", "expired");

    static Fate of(String outcome) {
        return find(outcome).orElse(REFUSED);
    }

    static Optional<Fate> find(String word) {
        return Stream.of(values()).filter(fate -> fate.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
