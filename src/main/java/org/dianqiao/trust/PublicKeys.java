package org.dianqiao.trust;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The public key in a certificate, in both forms that authorities write: as an elliptic-curve key on the SM2 curve,
 * and since GM/T 0015-2023 with the SM2 algorithm itself, which BouncyCastle does not recognise.
 */
final class PublicKeys {

    private PublicKeys() {}

    static ECPoint point(SubjectPublicKeyInfo info) {
        Fields.require(isSm2(info.getAlgorithm()), "no SM2 key");
        ECPoint point =
                Sm2.DOMAIN.getCurve().decodePoint(info.getPublicKeyData().getOctets());
        return Sm2.DOMAIN.validatePublicPoint(point);
    }

    /** The subject key identifier; where a certificate has none, what RFC 5280 makes of the key. */
    static byte[] id(TBSCertificate certificate) {
        Extensions extensions = certificate.getExtensions();
        if (extensions != null && extensions.getExtension(Extension.subjectKeyIdentifier) != null) {
            return SubjectKeyIdentifier.fromExtensions(extensions).getKeyIdentifier();
        }
        byte[] bits = certificate.getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
        SHA1Digest digest = new SHA1Digest();
        digest.update(bits, 0, bits.length);
        byte[] id = new byte[digest.getDigestSize()];
        digest.doFinal(id, 0);
        return id;
    }

    private static boolean isSm2(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        if (Sm2.CURVE.equals(algorithm.getAlgorithm())) {
            return parameters == null || DERNull.INSTANCE.equals(parameters) || Sm2.CURVE.equals(parameters);
        }
        return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm()) && Sm2.CURVE.equals(parameters);
    }
}
