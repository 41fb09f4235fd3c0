package org.dianqiao.web.console;

import java.time.Instant;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.NotSignedData;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;

/**
 * Who signed something, judged anew at the time of the entry with what is known today.
 *
 * @param objection why the signature or its certificate is not to be believed
 */
public record Signatory(
        @Nullable Sm2Certificate certificate,
        boolean holds,
        @Nullable String objection) {

    static Signatory of(Signed signed, Trust trust, Instant at) {
        try {
            SignedData data = SignedData.read(signed.signature());
            return data.signer(trust)
                    .map(certificate -> judged(data, certificate, signed.manifest(), trust, at))
                    .orElseGet(() -> new Signatory(null, false, "unknown certificate"));
        } catch (NotSignedData e) {
            return new Signatory(null, false, e.getMessage());
        }
    }

    private static Signatory judged(
            SignedData data, Sm2Certificate certificate, byte[] content, Trust trust, Instant at) {
        return new Signatory(
                certificate,
                data.holds(content, certificate),
                trust.objection(certificate, at).orElse(null));
    }
}
