package org.dianqiao.evidence;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.KeptTrust;
import org.dianqiao.ledger.Signed;
import org.dianqiao.ledger.TreeHead;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Stamp;
import org.dianqiao.trust.Trust;
import org.springframework.stereotype.Component;

/** Whose word a bundle is: those who signed the messages, the head, and the head's time stamp. */
@Component
class Signers {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    private final Watched<Trust> trust;
    private final KeptTrust kept;

    Signers(Watched<Trust> trust, KeptTrust kept) {
        this.trust = trust;
        this.kept = kept;
    }

    Set<Sm2Certificate> of(Evidence evidence, TreeHead head) {
        Entry entry = evidence.entry();
        Set<Sm2Certificate> signers = new LinkedHashSet<>();
        Stream.of(entry.message(), entry.answer(), evidence.origin())
                .flatMap(Stream::ofNullable)
                .map(Signed::signature)
                .forEach(signature -> signer(signature, entry.at()).ifPresent(signers::add));
        signer(BASE64.decode(head.signature()), Instant.parse(head.time())).ifPresent(signers::add);
        if (head.timestamp() != null) {
            Stamp stamp = Stamp.read(BASE64.decode(head.timestamp()));
            signers.add(stamp.authority());
        }
        return signers;
    }

    /** One that did not come along is among those that are kept, also where it is registered no more. */
    private Optional<Sm2Certificate> signer(byte[] signature, Instant at) {
        SignedData read = SignedData.read(signature);
        return read.signerAlong(trust.current()).or(() -> kept.named(read.signerSm3(), at));
    }
}
