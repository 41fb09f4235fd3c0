package org.dianqiao.web.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page of the board ends, so that the next one begins behind it, whatever has been added or taken away. */
record PageEnd(int colour, @Nullable Instant due, String caseNo) {

    private static final String NEVER = "-";

    /** `3~2026-11-27T16:00:00Z~P410105-261121-000001`. */
    String written() {
        return colour + "~" + (due == null ? NEVER : due) + "~" + caseNo;
    }

    /** Nothing where somebody has changed it: the board begins at its beginning. */
    static Optional<PageEnd> of(@Nullable String written) {
        String[] parts = String.valueOf(written).replace("\0", "").split("~", -1);
        if (parts.length != 3 || !parts[0].matches("[0-4]")) {
            return Optional.empty();
        }
        try {
            Instant due = parts[1].equals(NEVER) ? null : Instant.parse(parts[1]);
            return Optional.of(new PageEnd(Integer.parseInt(parts[0]), due, parts[2]));
        } catch (DateTimeException changed) {
            return Optional.empty();
        }
    }
}
