package org.dianqiao.exchange;

import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.NotSignedData;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether somebody's words were written down and signed by the gateway 代签, because nobody else signed them. */
@Component
public class Attestations {

    private final Watched<Trust> trust;
    private final SigningKey key;

    Attestations(Watched<Trust> trust, SigningKey key) {
        this.trust = trust;
        this.key = key;
    }

    /** Only what we signed, today perhaps with another key under the same name: a partner's own manifest may say anything. */
    public Optional<Attestation> of(Signed signed) {
        try {
            return Optional.ofNullable(Manifests.read(signed.manifest()).attested())
                    .filter(attested -> isOurs(signed));
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    public AttestedSides of(Entry entry) {
        return of(entry.message(), entry.answer());
    }

    public AttestedSides of(Signed message, @Nullable Signed answer) {
        return new AttestedSides(
                of(message).orElse(null), answer == null ? null : of(answer).orElse(null));
    }

    public boolean isOurs(Signed signed) {
        try {
            return SignedData.read(signed.signature())
                    .signer(trust.current())
                    .filter(signer -> signer.subject().equals(key.certificate().subject()))
                    .isPresent();
        } catch (NotSignedData e) {
            return false;
        }
    }
}
