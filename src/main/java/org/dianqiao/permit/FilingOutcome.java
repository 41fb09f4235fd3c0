package org.dianqiao.permit;

import java.util.Arrays;
import java.util.Locale;
import org.dianqiao.certificate.Kind;
import org.jspecify.annotations.Nullable;

/** What comes of a filing. */
enum FilingOutcome {
    EXEMPT(null),
    COMMITTED(Kind.COMMITMENT),
    FILED(Kind.FILING),
    APPROVED(Kind.SUMMARY),
    REJECTED(null),
    REVOKED(null);

    private final @Nullable Kind certificate;

    FilingOutcome(@Nullable Kind certificate) {
        this.certificate = certificate;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is issued with it. */
    @Nullable
    Kind certificate() {
        return certificate;
    }

    /** Work may be done. */
    boolean isLeave() {
        return this != REJECTED && this != REVOKED;
    }

    /** Whether a case is in a state in which work may be done. */
    static boolean isLeave(String state) {
        return Arrays.stream(values())
                .anyMatch(outcome -> outcome.isLeave() && outcome.written().equals(state));
    }
}
