package org.dianqiao.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That a partner was given a licence: in the reply of this entry, to the question of this id. */
record Reliance(
        String partner,
        String messageId,
        String entry,
        boolean valid,
        @Nullable LocalDate validTo) {

    /** A licence that had run out before it was revoked is nothing that anybody still relies on. */
    boolean countsOn(LocalDate day) {
        return valid && (validTo == null || !validTo.isBefore(day));
    }
}
