package org.dianqiao.trust;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found about a certificate, and between which moments nothing about it changes. */
record Verdict(@Nullable String objection, Instant from, Instant until) {

    /** Good from the last of the boundaries at or before this moment until the first one after it. */
    static Verdict at(Instant at, @Nullable String objection, NavigableSet<Instant> boundaries) {
        return new Verdict(
                objection,
                Optional.ofNullable(boundaries.floor(at)).orElse(Instant.MIN),
                Optional.ofNullable(boundaries.higher(at)).orElse(Instant.MAX));
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Optional<String> asObjection() {
        return Optional.ofNullable(objection);
    }
}
