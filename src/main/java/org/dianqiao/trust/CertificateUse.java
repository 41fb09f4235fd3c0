package org.dianqiao.trust;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate's extensions allow its key to do.
 *
 * <p>In the national system a holder has two certificates: the key of the signing one was made by the holder and
 * never left, the key of the encryption one was made by the key centre and lies there in escrow. A signature with the
 * second proves nothing about the holder, so any right to encrypt takes the right to sign away.
 *
 * @param usage the key usage bits; null where the certificate does not say
 * @param longestPath how many authorities may follow below; null where there is no limit
 * @param stampsOnly it demands that its key stamps time and does nothing else
 * @param strange the critical extensions that we do not understand, so that we must not use the certificate
 */
record CertificateUse(
        @Nullable KeyUsage usage,
        boolean authority,
        @Nullable BigInteger longestPath,
        boolean stampsOnly,
        Set<ASN1ObjectIdentifier> strange) {

    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD = Set.of(
            Extension.keyUsage,
            Extension.basicConstraints,
            Extension.subjectAlternativeName,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.certificatePolicies);

    private static final KeyPurposeId[] STAMPS_ONLY = {KeyPurposeId.id_kp_timeStamping};
    private static final int SIGNATURES = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private static final int ENCRYPTION = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;

    static CertificateUse of(TBSCertificate body) {
        Extensions extensions = body.getExtensions();
        if (extensions == null) {
            return new CertificateUse(null, false, null, false, Set.of());
        }
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        return new CertificateUse(
                KeyUsage.fromExtensions(extensions),
                constraints != null && constraints.isCA(),
                constraints == null ? null : constraints.getPathLenConstraint(),
                stampsOnly(extensions),
                strange(extensions));
    }

    boolean signs() {
        return usage != null && usage.hasUsages(KeyUsage.digitalSignature) && (bits(usage) & ENCRYPTION) == 0;
    }

    /** The encryption half of a pair. */
    boolean encrypts() {
        return usage != null && (bits(usage) & ENCRYPTION) != 0;
    }

    /** RFC 3161 wants the purpose; where there is a usage as well, it must be for signatures, and as above. */
    boolean stamps() {
        return stampsOnly && (usage == null || ((bits(usage) & SIGNATURES) != 0 && (bits(usage) & ENCRYPTION) == 0));
    }

    /** A demand that we do not understand when it is shown for this. */
    Optional<ASN1ObjectIdentifier> strangeFor(Purpose purpose) {
        return strange.stream()
                .filter(demand ->
                        !(purpose == Purpose.STAMPING && stampsOnly && demand.equals(Extension.extendedKeyUsage)))
                .findFirst();
    }

    boolean signsCertificates() {
        return authority && (usage == null || usage.hasUsages(KeyUsage.keyCertSign));
    }

    boolean signsLists() {
        return authority && (usage == null || usage.hasUsages(KeyUsage.cRLSign));
    }

    boolean allowsBelow(int authorities) {
        return longestPath == null || longestPath.compareTo(BigInteger.valueOf(authorities)) >= 0;
    }

    private static int bits(KeyUsage usage) {
        return usage.getBytes()[0] & 0xff;
    }

    private static boolean stampsOnly(Extensions extensions) {
        Extension purposes = extensions.getExtension(Extension.extendedKeyUsage);
        return purposes != null
                && purposes.isCritical()
                && Arrays.equals(
                        ExtendedKeyUsage.getInstance(purposes.getParsedValue()).getUsages(), STAMPS_ONLY);
    }

    private static Set<ASN1ObjectIdentifier> strange(Extensions extensions) {
        return Stream.of(extensions.getCriticalExtensionOIDs())
                .filter(critical -> !UNDERSTOOD.contains(critical))
                .collect(Collectors.toUnmodifiableSet());
    }
}
