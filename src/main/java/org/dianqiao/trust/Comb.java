package org.dianqiao.trust;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.raw.Nat;

/**
 * A point prepared for being multiplied often (Lim and Lee's comb), on BouncyCastle's field arithmetic.
 *
 * <p>A scalar's 256 bits are laid out in eight rows of 32 columns. All sums of the eight points 2^(32 row) P are kept
 * in a table, so one look-up answers a whole column. A second table holds the same times 2^16 and answers for the
 * left half of the columns, so that 16 doublings lie between the first column and the last and not 255. Two points
 * are multiplied in step and share the doublings.
 *
 * <p>Which entries are looked up depends on the scalars, and shows in the processor's caches. That is fine for
 * verifying, where everything is public, and is the reason why signing must never come here.
 */
final class Comb {

    private static final int ROWS = 8;
    private static final int COLUMNS = 32;
    private static final int HALF = COLUMNS / 2;

    private final ECPoint[] right = new ECPoint[1 << ROWS];
    private final ECPoint[] left = new ECPoint[1 << ROWS];

    Comb(ECPoint point) {
        fill(right, point);
        fill(left, point.timesPow2(HALF));
    }

    /** a times the first point plus b times the second; the scalars have at most 256 bits. */
    static ECPoint sum(Comb first, BigInteger a, Comb second, BigInteger b) {
        int[] rowsOfA = Nat.fromBigInteger(ROWS * COLUMNS, a);
        int[] rowsOfB = Nat.fromBigInteger(ROWS * COLUMNS, b);
        ECPoint sum = first.right[0];
        for (int column = HALF - 1; column >= 0; column--) {
            sum = second.plus(first.plus(sum.twice(), rowsOfA, column), rowsOfB, column);
        }
        return sum;
    }

    private ECPoint plus(ECPoint sum, int[] rows, int column) {
        return sum.add(right[entry(rows, column)]).add(left[entry(rows, HALF + column)]);
    }

    private static int entry(int[] rows, int column) {
        int entry = 0;
        for (int row = 0; row < ROWS; row++) {
            entry |= (rows[row] >>> column & 1) << row;
        }
        return entry;
    }

    private static void fill(ECPoint[] sums, ECPoint point) {
        sums[0] = point.getCurve().getInfinity();
        for (int entry = 1; entry < sums.length; entry++) {
            int top = Integer.highestOneBit(entry);
            sums[entry] = entry > top
                    ? sums[top].add(sums[entry - top])
                    : entry == 1 ? point : sums[top >> 1].timesPow2(COLUMNS);
        }
        point.getCurve().normalizeAll(sums);
    }
}
