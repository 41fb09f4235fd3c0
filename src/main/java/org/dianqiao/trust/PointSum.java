package org.dianqiao.trust;

import static org.dianqiao.trust.Sm2Field.DIGITS;
import static org.dianqiao.trust.Sm2Field.multiply;
import static org.dianqiao.trust.Sm2Field.shorten;
import static org.dianqiao.trust.Sm2Field.square;
import static org.dianqiao.trust.Sm2Field.subtract;

import java.math.BigInteger;

/**
 * A running sum of points, as x = X / ZZ and y = Y / ZZZ with ZZ³ = ZZZ², so that nothing is divided on the way.
 *
 * <p>The formula for adding knows neither a point and itself nor a point and its opposite: ZZ then becomes zero and
 * stays it. Who adds sees to it that this does not happen, or looks at {@link #failed}.
 */
final class PointSum {

    private final long[] x;
    private final long[] y;
    private final long[] zz = Sm2Field.one();
    private final long[] zzz = Sm2Field.one();
    private final long[] p = new long[DIGITS];
    private final long[] pp = new long[DIGITS];
    private final long[] ppp = new long[DIGITS];
    private final long[] r = new long[DIGITS];
    private final long[] q = new long[DIGITS];

    /** The sum of one point. */
    PointSum(long[] pointX, long[] pointY) {
        x = pointX.clone();
        y = pointY.clone();
    }

    void add(long[] pointX, long[] pointY) {
        multiply(p, pointX, zz);
        subtract(p, p, x);
        multiply(r, pointY, zzz);
        subtract(r, r, y);
        square(pp, p);
        multiply(ppp, pp, p);
        multiply(q, x, pp);
        multiply(zz, zz, pp);
        multiply(zzz, zzz, ppp);
        square(x, r);
        for (int i = 0; i < DIGITS; i++) {
            x[i] -= ppp[i] + (q[i] << 1);
        }
        shorten(x);
        subtract(q, q, x);
        multiply(q, q, r);
        multiply(ppp, ppp, y);
        subtract(y, q, ppp);
        shorten(y);
    }

    boolean failed() {
        return Sm2Field.isZero(zz);
    }

    BigInteger affineX() {
        long[] inverse = Sm2Field.inverse(zz);
        multiply(inverse, inverse, x);
        return Sm2Field.number(inverse);
    }

    /** Whether this is the sum's x. Multiplying the number is cheaper than dividing X. */
    boolean hasX(BigInteger number) {
        multiply(p, Sm2Field.of(number), zz);
        subtract(p, p, x);
        return Sm2Field.isZero(p);
    }
}
