package org.dianqiao.delivery;

import java.time.Instant;
import org.dianqiao.exchange.Kind;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours on its way to a partner. Its bytes never change, however often it is tried.
 *
 * @param partsOf under which key its parts are kept: its own, or the entry of the message it passes on
 * @param origin the signed words of the partner whose message is passed on unchanged
 * @param attempts how often it was tried, this time included
 */
public record Delivery(
        long id,
        String partner,
        String messageId,
        String service,
        @Nullable String caseId,
        Signed message,
        String partsOf,
        @Nullable Signed origin,
        Instant createdAt,
        Instant expiresAt,
        int attempts) {

    /** As it stands in the queue. */
    Delivery put(long number, int tries) {
        return new Delivery(
                number, partner, messageId, service, caseId, message, partsOf, origin, createdAt, expiresAt, tries);
    }

    Delivery toNobody() {
        return new Delivery(
                id,
                DeadLetters.NOBODY,
                messageId,
                service,
                caseId,
                message,
                partsOf,
                origin,
                createdAt,
                expiresAt,
                attempts);
    }

    /** What the ledger keeps of it: one exchange, with the partner's answer or without one. */
    Entry ended(Kind kind, Instant at, String outcome, @Nullable Signed answer, byte @Nullable [] answerBody) {
        return new Entry(
                EntryId.at(at),
                at,
                Entry.Direction.OUT,
                partner,
                messageId,
                kind.word(),
                service,
                outcome,
                caseId,
                partsOf,
                message,
                answer,
                answerBody);
    }
}
