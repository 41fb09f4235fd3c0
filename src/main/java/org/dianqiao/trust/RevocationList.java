package org.dianqiao.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.jspecify.annotations.Nullable;

/**
 * An authority's list of the certificates it has taken back, with the bytes it came as.
 *
 * <p>It speaks until its next update, and a day longer, because the file's way to us is somebody's cron job. After
 * that we know nothing any more, and not knowing is no reason to believe. Only whole lists are read: a delta, an
 * indirect one or one for certain reasons says less than it seems to. Some authorities deal their certificates out
 * over several lists; each such part is replaced by its own newer version only.
 */
public record RevocationList(
        byte[] der,
        Part part,
        BigInteger number,
        Instant published,
        Instant nextUpdate,
        Map<BigInteger, Instant> revoked) {

    public static final int LARGEST = 8 << 20;

    static final String LABEL = "X509 CRL";

    static final Duration GRACE = Duration.ofHours(24);

    static final Comparator<RevocationList> AGE = Comparator.comparing(RevocationList::published)
            .thenComparing(RevocationList::number)
            .thenComparing(list -> list.revoked.size());

    /** Whose list it is, and for which part of the certificates where there is more than one. */
    public record Part(X500Name issuer, Optional<IssuingDistributionPoint> point) {

        /** The same for every version of the list. */
        public String id() {
            ASN1EncodableVector both = new ASN1EncodableVector();
            both.add(issuer);
            point.ifPresent(both::add);
            try {
                return Sm3.hex(Sm3.of(new DERSequence(both).getEncoded()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Where it is handed out, as it says itself; often it does not. */
        List<String> addresses() {
            return point.map(IssuingDistributionPoint::getDistributionPoint)
                    .map(ListPoint::addresses)
                    .orElse(List.of());
        }
    }

    /** Signed by one of these authorities, or it is none. */
    static RevocationList of(byte[] der, Authorities authorities) {
        Signed signed = Signed.of(der);
        TBSCertList body = CertificateList.getInstance(der).getTBSCertList();
        List<Sm2Certificate> issuers = authorities.named(body.getIssuer());
        Fields.require(!issuers.isEmpty(), "a revocation list of " + body.getIssuer() + ", whom we do not know");
        Fields.require(
                issuers.stream().anyMatch(issuer -> issuer.use().signsLists() && signed.holdsFor(issuer)),
                "a revocation list not signed by " + body.getIssuer());
        return of(der, body);
    }

    private static RevocationList of(byte[] der, TBSCertList body) {
        Fields.require(body.getNextUpdate() != null, "a revocation list without next update");
        return new RevocationList(
                der,
                new Part(body.getIssuer(), point(body.getExtensions())),
                number(body.getExtensions()),
                body.getThisUpdate().getDate().toInstant(),
                body.getNextUpdate().getDate().toInstant(),
                revoked(body));
    }

    public String issuer() {
        return Sm2Certificate.printable(issuerName());
    }

    /** From then on it says nothing any more. */
    public Instant end() {
        return nextUpdate.plus(GRACE);
    }

    public boolean isNewerThan(RevocationList other) {
        return AGE.compare(this, other) > 0;
    }

    /**
     * Whether this is the list that the authority is to hand out there: where it has several, each says of itself where
     * it belongs (RFC 5280, 6.3.3), or one could be given for another.
     */
    public boolean belongsTo(ListPoint point) {
        List<String> told = part.addresses();
        return issuerName().equals(point.issuer())
                && (told.isEmpty() || told.stream().anyMatch(point.addresses()::contains));
    }

    X500Name issuerName() {
        return part.issuer();
    }

    /** When the certificate was taken back: an authority's clock may be ahead, so at the latest when the list came out. */
    Optional<Instant> revoked(BigInteger serial) {
        return Optional.ofNullable(revoked.get(serial)).map(since -> since.isBefore(published) ? since : published);
    }

    private static Map<BigInteger, Instant> revoked(TBSCertList body) {
        Map<BigInteger, Instant> revoked = new HashMap<>();
        for (Enumeration<?> entries = body.getRevokedCertificateEnumeration(); entries.hasMoreElements(); ) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) entries.nextElement();
            Fields.require(
                    understood(entry.getExtensions()), "a revocation list with entries that we do not understand");
            revoked.put(
                    entry.getUserCertificate().getValue(),
                    entry.getRevocationDate().getDate().toInstant());
        }
        return Collections.unmodifiableMap(revoked);
    }

    private static boolean understood(@Nullable Extensions extensions) {
        return extensions == null || extensions.getCriticalExtensionOIDs().length == 0;
    }

    private static Optional<IssuingDistributionPoint> point(@Nullable Extensions extensions) {
        if (extensions == null) {
            return Optional.empty();
        }
        Fields.require(
                Arrays.stream(extensions.getCriticalExtensionOIDs())
                        .allMatch(Extension.issuingDistributionPoint::equals),
                "a delta, or a revocation list with demands that we do not understand");
        Optional<IssuingDistributionPoint> point = Optional.ofNullable(
                        extensions.getExtensionParsedValue(Extension.issuingDistributionPoint))
                .map(IssuingDistributionPoint::getInstance);
        Fields.require(point.stream().noneMatch(RevocationList::partial), "an indirect or partial revocation list");
        return point;
    }

    private static boolean partial(IssuingDistributionPoint point) {
        return point.isIndirectCRL() || point.getOnlySomeReasons() != null || point.onlyContainsAttributeCerts();
    }

    private static BigInteger number(@Nullable Extensions extensions) {
        return Optional.ofNullable(extensions)
                .map(all -> all.getExtensionParsedValue(Extension.cRLNumber))
                .map(value -> ASN1Integer.getInstance(value).getValue())
                .orElse(BigInteger.ZERO);
    }
}
