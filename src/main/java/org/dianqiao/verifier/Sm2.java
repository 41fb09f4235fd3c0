package org.dianqiao.verifier;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.custom.gm.SM2P256V1Curve;

/** The SM2 signature with SM3 and the user id 1234567812345678, which is BouncyCastle's default as well. */
final class Sm2 {

    private static final ECCurve CURVE = new SM2P256V1Curve();
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(
            CURVE,
            CURVE.decodePoint(HexFormat.of()
                    .parseHex("0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
                            + "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0")),
            new BigInteger("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123", 16),
            BigInteger.ONE);

    private Sm2() {}

    static ECPublicKeyParameters key(byte[] point) {
        try {
            return new ECPublicKeyParameters(CURVE.decodePoint(point), DOMAIN);
        } catch (IllegalArgumentException e) {
            throw new Malformed("公钥不在 SM2 曲线上", "a key that is no point of the SM2 curve");
        }
    }

    /** The signature is DER SEQUENCE{r, s} in its one canonical form. */
    static boolean holds(ECPublicKeyParameters key, byte[] content, byte[] signature) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, key);
        signer.update(content, 0, content.length);
        return signer.verifySignature(signature);
    }
}
