package org.dianqiao.trust;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.dianqiao.files.BadFiles;

/**
 * Whom we believe, as the files said at one moment; a change of the files makes a new one.
 *
 * <p>Whether a certificate is good changes only at moments that are known beforehand: when something in its chain
 * begins, ends or is revoked, or a list runs out. So a verdict is kept until the next such moment, and judging a
 * message's certificate is a look into a map. Verdicts are kept for registered certificates only, so that nobody can
 * fill the map.
 */
public final class Trust {

    private final Map<String, List<Sm2Certificate>> partners;
    private final Map<ByteBuffer, Sm2Certificate> registered = new HashMap<>();
    private final Map<ByteBuffer, Sm2Certificate> seenOften = new HashMap<>();
    private final Authorities authorities;
    private final Revocations revocations;
    private final Map<Sm2Certificate, Verdict> verdicts = new ConcurrentHashMap<>();

    /** `ours`: no partner's, but under every answer that we reread. */
    Trust(
            Map<String, List<Sm2Certificate>> partners,
            Collection<Sm2Certificate> ours,
            Authorities authorities,
            Revocations revocations) {
        this.partners = Map.copyOf(partners);
        this.authorities = authorities;
        this.revocations = revocations;
        partners.values().stream()
                .flatMap(Collection::stream)
                .forEach(certificate -> registered.put(ByteBuffer.wrap(certificate.der()), certificate));
        ours.forEach(certificate -> seenOften.put(ByteBuffer.wrap(certificate.der()), certificate));
        seenOften.putAll(registered);
    }

    /**
     * BadFiles names every file that cannot be used, with its reason. The authorities in our own chain are known too;
     * believed they are only where an anchor vouches for them.
     */
    public static Trust read(TrustFiles files, List<Sm2Certificate> ownChain) throws BadFiles {
        return TrustReader.read(files, ownChain);
    }

    /** The certificates registered for a partner; several at once while a key is rolled. */
    public List<Sm2Certificate> of(String partner) {
        return partners.getOrDefault(partner, List.of());
    }

    /** Whether this very certificate, byte for byte, is one of the partner's. */
    public boolean registered(String partner, Sm2Certificate certificate) {
        return of(partner).contains(certificate);
    }

    /** Why a message signed with this certificate at this moment is not to be believed; empty when it is. */
    public Optional<String> objection(Sm2Certificate certificate, Instant at) {
        Verdict kept = verdicts.get(certificate);
        return (kept != null && kept.covers(at) ? kept : judge(certificate, at)).asObjection();
    }

    /**
     * Why a time stamp of this authority's, given at this moment, is not to be believed; empty when it is. What came
     * along with it may stand between it and an anchor.
     */
    Optional<String> objectionToStamps(Sm2Certificate authority, Collection<Sm2Certificate> between, Instant at) {
        return new ChainCheck(authorities.with(between), revocations, Purpose.STAMPING, at)
                .verdict(authority)
                .asObjection();
    }

    /** All that are registered, and all that may vouch for them. */
    public Set<Sm2Certificate> certificates() {
        return Stream.concat(registered.values().stream(), authorities.all()).collect(Collectors.toUnmodifiableSet());
    }

    /** The revocation lists that count: the newest of each. */
    public List<RevocationList> lists() {
        return revocations.all().toList();
    }

    /** A revocation list as it is handed out. IllegalArgumentException with the reason where it is none to believe. */
    public RevocationList list(byte[] file) {
        List<byte[]> blocks = new Pem(file).blocks(RevocationList.LABEL);
        Fields.require(blocks.size() == 1, "not one revocation list");
        try {
            return RevocationList.of(blocks.get(0), authorities);
        } catch (IllegalStateException | ClassCastException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Where the lists are that may name a certificate which we know. Anchors are not judged by lists. */
    public Set<ListPoint> points() {
        return judged().flatMap(certificate -> certificate.points().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Lists whose next update should be here by now, as far as they may name a certificate which we know. */
    public List<RevocationList> overdue(Instant at) {
        Set<X500Name> issuers = judged().map(Sm2Certificate::issuerName).collect(Collectors.toSet());
        return revocations
                .all()
                .filter(list -> !list.nextUpdate().isAfter(at) && issuers.contains(list.issuerName()))
                .toList();
    }

    private Stream<Sm2Certificate> judged() {
        return certificates().stream().filter(certificate -> !authorities.anchors(certificate));
    }

    /** The first of these certificates that we keep and the id names: the kept instance, nothing is parsed. */
    Optional<Sm2Certificate> knownAmong(List<byte[]> certificates, SignerId id) {
        return certificates.stream()
                .map(der -> seenOften.get(ByteBuffer.wrap(der)))
                .filter(Objects::nonNull)
                .filter(id::names)
                .findFirst();
    }

    /** The registered certificate that the id names; empty when there is none, or more than one. */
    Optional<Sm2Certificate> registeredAs(SignerId id) {
        List<Sm2Certificate> named =
                registered.values().stream().filter(id::names).limit(2).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Verdict judge(Sm2Certificate certificate, Instant at) {
        Verdict verdict = new ChainCheck(authorities, revocations, Purpose.SIGNING, at).verdict(certificate);
        if (registered.containsKey(ByteBuffer.wrap(certificate.der()))) {
            verdicts.put(certificate, verdict);
        }
        return verdict;
    }
}
