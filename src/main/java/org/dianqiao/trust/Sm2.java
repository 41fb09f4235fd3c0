package org.dianqiao.trust;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;

/** What GB/T 32918.5 and the signature standard fix for everybody: the curve, the user id, the digest's beginning. */
final class Sm2 {

    static final ASN1ObjectIdentifier CURVE = GMObjectIdentifiers.sm2p256v1;
    static final ASN1ObjectIdentifier SIGNATURE_WITH_SM3 = GMObjectIdentifiers.sm2sign_with_sm3;
    static final ECDomainParameters DOMAIN = new ECDomainParameters(CustomNamedCurves.getByOID(CURVE));
    static final BigInteger N = DOMAIN.getN();

    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private Sm2() {}

    /** A digest that has already taken in Z, the value that binds user id, curve and public key; copied per message. */
    static SM3Digest begunFor(ECPoint key) {
        SM3Digest digest = new SM3Digest();
        byte[] z = Sm3.of(identity(key));
        digest.update(z, 0, z.length);
        return digest;
    }

    /** The e of the standard: the digest of Z and the content, as a number. */
    static BigInteger e(SM3Digest begun, byte[] content) {
        SM3Digest digest = new SM3Digest(begun);
        digest.update(content, 0, content.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return new BigInteger(1, out);
    }

    private static byte[] identity(ECPoint key) {
        ECPoint point = key.normalize();
        byte[] lengthInBits = {0, (byte) (USER_ID.length * 8)};
        return Arrays.concatenate(new byte[][] {
            lengthInBits,
            USER_ID,
            DOMAIN.getCurve().getA().getEncoded(),
            DOMAIN.getCurve().getB().getEncoded(),
            DOMAIN.getG().getAffineXCoord().getEncoded(),
            DOMAIN.getG().getAffineYCoord().getEncoded(),
            point.getAffineXCoord().getEncoded(),
            point.getAffineYCoord().getEncoded()
        });
    }
}
