package org.dianqiao.delivery;

import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Remark;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, before it is signed for one partner.
 *
 * @param partsOf under which entry its parts are kept already; absent: they are its own
 * @param origin the signed words of the partner whose message is passed on unchanged
 * @param remark what we say with it
 * @param attested where these words were written down by the gateway, so that there is no such signature
 */
record Missive(
        String service,
        @Nullable String caseId,
        @Nullable String purpose,
        List<Part> parts,
        @Nullable String partsOf,
        @Nullable Signed origin,
        @Nullable Attestation attested,
        @Nullable Remark remark) {

    /** Something of our own. */
    static Missive own(String service, @Nullable String caseId, Part payload, List<Enclosed> enclosed) {
        List<Part> parts = Stream.concat(Stream.of(payload), enclosed.stream().map(Enclosed::part))
                .toList();
        return new Missive(service, caseId, null, parts, null, null, null, null);
    }

    static Missive of(Message message) {
        return of(message, message.manifest().caseId());
    }

    /** A partner's message as it stands; `caseId`: what it belongs to, also where its sender did not say it. */
    static Missive of(Message message, @Nullable String caseId) {
        Manifest said = message.manifest();
        Attestation attested = message.attested();
        return new Missive(
                said.service(),
                caseId,
                said.purpose(),
                said.parts(),
                message.entry(),
                attested == null ? message.signed() : null,
                attested,
                null);
    }

    Missive with(Remark added) {
        return new Missive(service, caseId, purpose, parts, partsOf, origin, attested, added);
    }

    /** What is dead, for somebody else. */
    static Missive of(Delivery dead, Manifest said) {
        return new Missive(
                dead.service(),
                dead.caseId(),
                said.purpose(),
                said.parts(),
                dead.partsOf(),
                dead.origin(),
                said.attested(),
                null);
    }
}
