package org.dianqiao.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dianqiao.files.NotYet;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Trust;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whom we believed: what is judged by is kept before it is judged by, so that evidence can show it for ever. A newer
 * list, which no longer names what an older one named or names more, takes nothing from it.
 */
@Component
public class KeptTrust {

    private final KeptTrustStore store;
    private final Clock clock;

    KeptTrust(KeptTrustStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The certificates above some signers, up to the roots, and the signers' own; and the revocation lists that may
     * name any of them, the newest of each that any node had taken up by that time. All as DER.
     */
    public record Shown(List<byte[]> certificates, List<byte[]> lists) {}

    /** For one run over many entries. */
    public Showing showing() {
        return new Showing(store);
    }

    /**
     * The certificate that a signature of that time names without bringing it. Whoever renews a certificate may keep
     * the key, and its id: then it is the one that was good, and known last.
     */
    public Optional<Sm2Certificate> named(byte[] signerSm3, Instant at) {
        return store.named(signerSm3, at).stream()
                .map(Sm2Certificate::of)
                .filter(one -> !at.isBefore(one.notBefore()) && !at.isAfter(one.notAfter()))
                .findFirst();
    }

    /** Everything that this trust judges by. NotYet where it cannot be kept now; then it must not be judged by. */
    public Trust keep(Trust trust) {
        try {
            keep(trust.certificates());
            store.addLists(trust.lists(), clock.instant());
            return trust;
        } catch (DataAccessException e) {
            throw new NotYet("waits for the database, where every list that counts is kept", e);
        }
    }

    public void keep(Collection<Sm2Certificate> certificates) {
        store.addCertificates(certificates, clock.instant());
    }
}
