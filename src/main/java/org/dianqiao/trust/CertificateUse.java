package org.dianqiao.trust;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
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
 * @param strange a critical extension that we do not understand, so that we must not use the certificate
 */
record CertificateUse(
        @Nullable KeyUsage usage,
        boolean authority,
        @Nullable BigInteger longestPath,
        @Nullable ASN1ObjectIdentifier strange) {

    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD = Set.of(
            Extension.keyUsage,
            Extension.basicConstraints,
            Extension.subjectAlternativeName,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.certificatePolicies);

    private static final int ENCRYPTION = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;

    static CertificateUse of(TBSCertificate body) {
        Extensions extensions = body.getExtensions();
        if (extensions == null) {
            return new CertificateUse(null, false, null, null);
        }
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        return new CertificateUse(
                KeyUsage.fromExtensions(extensions),
                constraints != null && constraints.isCA(),
                constraints == null ? null : constraints.getPathLenConstraint(),
                strange(extensions).orElse(null));
    }

    boolean signs() {
        return usage != null && usage.hasUsages(KeyUsage.digitalSignature) && (bits(usage) & ENCRYPTION) == 0;
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

    private static Optional<ASN1ObjectIdentifier> strange(Extensions extensions) {
        return Stream.of(extensions.getCriticalExtensionOIDs())
                .filter(critical -> !UNDERSTOOD.contains(critical))
                .findFirst();
    }
}
