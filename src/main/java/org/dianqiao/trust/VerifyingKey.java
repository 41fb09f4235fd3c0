package org.dianqiao.trust;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECFieldElement;
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

    private static final Comb BASE = new Comb(Sm2.DOMAIN.getG());
    private static final int WORTH_A_TABLE = 3;

    private final ECPoint point;
    private final SM3Digest begun;
    private int uses;
    private volatile @Nullable Comb comb;

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
        return t.signum() != 0
                && hasX(sum(signature.s(), t), signature.r().subtract(e).mod(Sm2.N));
    }

    private ECPoint sum(BigInteger s, BigInteger t) {
        Comb table = comb;
        if (table == null && ++uses >= WORTH_A_TABLE) {
            table = new Comb(point);
            comb = table;
        }
        return table == null
                ? ECAlgorithms.sumOfTwoMultiplies(Sm2.DOMAIN.getG(), s, point, t)
                : Comb.sum(BASE, s, table, t);
    }

    /**
     * Whether the point's x is this number modulo n. The point comes as X / Z², and multiplying the number is cheaper
     * than dividing X.
     */
    private static boolean hasX(ECPoint sum, BigInteger x) {
        return !sum.isInfinity() && (isX(sum, x) || isX(sum, x.add(Sm2.N)));
    }

    private static boolean isX(ECPoint sum, BigInteger x) {
        if (x.compareTo(Sm2.DOMAIN.getCurve().getField().getCharacteristic()) >= 0) {
            return false;
        }
        ECFieldElement z = sum.getZCoord(0);
        return Sm2.DOMAIN.getCurve().fromBigInteger(x).multiply(z.square()).equals(sum.getXCoord());
    }
}
