package org.dianqiao.delivery;

import java.time.Instant;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours on its way to a partner. Its bytes never change, however often it is tried.
 *
 * @param entry the ledger entry that its end will have
 * @param partsOf the entry under which its parts are kept
 * @param origin the signed words of the partner whose message is passed on unchanged
 * @param attempts how often it was tried, this time included
 */
public record Delivery(
        long id,
        String entry,
        String partner,
        String messageId,
        String service,
        @Nullable String caseId,
        Signed message,
        String partsOf,
        @Nullable Signed origin,
        Instant createdAt,
        Instant expiresAt,
        int attempts) {}
