package org.dianqiao.trust;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/**
 * A public key, kept with what can be worked out once for all its signatures.
 *
 * <p>That is the digest's beginning from the first use, and a table of multiples from the third, when it is worth its
 * making: whoever shows us a new certificate with every message must not make us build a table for each. Threads may
 * build it twice; it is the same table.
 */
final class VerifyingKey {

    private static final Multiples BASE = Multiples.open(Sm2.DOMAIN.getG(), 8);
    private static final int WORTH_A_TABLE = 3;
    private static final BigInteger P = Sm2.DOMAIN.getCurve().getField().getCharacteristic();

    private final ECPoint point;
    private final SM3Digest begun;
    private int uses;
    private volatile @Nullable Multiples multiples;

    VerifyingKey(ECPoint point) {
        this.point = point.normalize();
        this.begun = Sm2.begunFor(this.point);
    }

    boolean verifies(byte[] content, byte[] derSignature) {
        return Sm2Signature.read(derSignature)
                .filter(signature -> holds(Sm2.e(begun, content), signature))
                .isPresent();
    }

    boolean isOf(BigInteger privateKey) {
        return new FixedPointCombMultiplier()
                .multiply(Sm2.DOMAIN.getG(), privateKey)
                .equals(point);
    }

    private boolean holds(BigInteger e, Sm2Signature signature) {
        BigInteger t = signature.r().add(signature.s()).mod(Sm2.N);
        BigInteger x = signature.r().subtract(e).mod(Sm2.N);
        return t.signum() != 0 && hasX(signature.s(), t, x);
    }

    /** Whether s times the base and t times this point add up to a point whose x is this number modulo n. */
    private boolean hasX(BigInteger s, BigInteger t, BigInteger x) {
        Multiples table = table();
        if (table != null) {
            PointSum sum = table.addTo(BASE.times(s), t);
            if (!sum.failed()) {
                return sum.hasX(x) || (x.add(Sm2.N).compareTo(P) < 0 && sum.hasX(x.add(Sm2.N)));
            }
        }
        ECPoint sum =
                ECAlgorithms.sumOfTwoMultiplies(Sm2.DOMAIN.getG(), s, point, t).normalize();
        return !sum.isInfinity()
                && sum.getAffineXCoord().toBigInteger().mod(Sm2.N).equals(x);
    }

    private @Nullable Multiples table() {
        if (multiples == null && ++uses >= WORTH_A_TABLE) {
            multiples = Multiples.open(point, 6);
        }
        return multiples;
    }
}
