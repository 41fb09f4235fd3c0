package org.dianqiao.trust;

import static org.dianqiao.trust.Sm2Field.DIGITS;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.raw.Nat;

/**
 * A point prepared for being multiplied often: a few additions and no doubling, where the plain way takes 256 doublings.
 *
 * <p>An odd scalar is written with digits to the base 2^window, each of them odd, positive or negative, and a last one
 * that is always 1. So for each place a table holds the point's odd multiples times the place's weight, and every digit
 * is one addition, never none: zero is no odd number. An even scalar is the opposite of n - scalar, which is odd.
 *
 * <p>The sum so far and what is added to it are different numbers in every step, and so far apart that they meet modulo n
 * for a few scalars only, which nobody meets by chance. At those the formula for adding fails, and the sum says so.
 *
 * <p>Where the scalar is the secret of a signature, all entries of a place are read for each digit and all but one
 * masked away; signs are put by masking, and no branch or address here depends on the scalar. Only its way in and the
 * result's way out pass through BigInteger, whose time depends on a number's length.
 */
final class Multiples {

    private static final int ENTRY = 2 * DIGITS;
    private static final int SCALAR_BITS = 256;

    private final int window;
    private final int places;
    private final int entries;
    private final boolean secret;
    private final long[] table;
    private final long[] lastX;
    private final long[] lastY;

    private Multiples(ECPoint point, int window, boolean secret) {
        this.window = window;
        this.places = (SCALAR_BITS + window - 2) / window;
        this.entries = 1 << (window - 1);
        this.secret = secret;
        this.table = new long[places * entries * ENTRY];
        ECPoint[] points = points(point);
        for (int i = 0; i < places * entries; i++) {
            System.arraycopy(x(points[i]), 0, table, i * ENTRY, DIGITS);
            System.arraycopy(y(points[i]), 0, table, i * ENTRY + DIGITS, DIGITS);
        }
        this.lastX = x(points[places * entries]);
        this.lastY = y(points[places * entries]);
    }

    /** For scalars that everybody knows. A window of 6 takes 110 KiB, one of 8 takes 320 KiB and a quarter less time. */
    static Multiples open(ECPoint point, int window) {
        return new Multiples(point, window, false);
    }

    /** For scalars that nobody may learn. */
    static Multiples secret(ECPoint point) {
        return new Multiples(point, 5, true);
    }

    private ECPoint[] points(ECPoint point) {
        ECPoint[] points = new ECPoint[places * entries + 1];
        ECPoint place = point;
        for (int i = 0; i < places; i++) {
            ECPoint step = place.twice();
            points[i * entries] = place;
            for (int entry = 1; entry < entries; entry++) {
                points[i * entries + entry] = points[i * entries + entry - 1].add(step);
            }
            place = place.timesPow2(window);
        }
        points[places * entries] = place;
        point.getCurve().normalizeAll(points);
        return points;
    }

    /** The point times a scalar between 1 and n - 1. */
    PointSum times(BigInteger scalar) {
        Odd odd = Odd.of(scalar);
        return add(odd, new PointSum(lastX, signed(lastY, odd.opposite)));
    }

    /** A sum and the point times a scalar between 1 and n - 1. */
    PointSum addTo(PointSum sum, BigInteger scalar) {
        Odd odd = Odd.of(scalar);
        sum.add(lastX, signed(lastY, odd.opposite));
        return add(odd, sum);
    }

    private PointSum add(Odd odd, PointSum sum) {
        long[] x = new long[DIGITS];
        long[] y = new long[DIGITS];
        for (int place = 0; place < places; place++) {
            int bits = odd.bits(place, window);
            int negative = (bits >> (window - 1)) - 1;
            find(place, (bits ^ negative) & (entries - 1), x, y);
            sum.add(x, signed(y, negative ^ odd.opposite));
        }
        return sum;
    }

    private void find(int place, int wanted, long[] x, long[] y) {
        int first = secret ? 0 : wanted;
        int end = secret ? entries : wanted + 1;
        long x0 = 0, x1 = 0, x2 = 0, x3 = 0, x4 = 0;
        long y0 = 0, y1 = 0, y2 = 0, y3 = 0, y4 = 0;
        int at = (place * entries + first) * ENTRY;
        for (int entry = first; entry < end; entry++, at += ENTRY) {
            long mask = ((entry ^ wanted) - 1L) >> (Long.SIZE - 1);
            x0 |= table[at] & mask;
            x1 |= table[at + 1] & mask;
            x2 |= table[at + 2] & mask;
            x3 |= table[at + 3] & mask;
            x4 |= table[at + 4] & mask;
            y0 |= table[at + 5] & mask;
            y1 |= table[at + 6] & mask;
            y2 |= table[at + 7] & mask;
            y3 |= table[at + 8] & mask;
            y4 |= table[at + 9] & mask;
        }
        x[0] = x0;
        x[1] = x1;
        x[2] = x2;
        x[3] = x3;
        x[4] = x4;
        y[0] = y0;
        y[1] = y1;
        y[2] = y2;
        y[3] = y3;
        y[4] = y4;
    }

    /** The opposite where `negative` is all ones, the same where it is zero. */
    private static long[] signed(long[] y, long negative) {
        long[] signed = new long[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            signed[i] = (y[i] ^ negative) - negative;
        }
        return signed;
    }

    private static long[] x(ECPoint point) {
        return Sm2Field.of(point.getAffineXCoord().toBigInteger());
    }

    private static long[] y(ECPoint point) {
        return Sm2Field.of(point.getAffineYCoord().toBigInteger());
    }

    /** An odd scalar, or the odd one whose opposite it is: then `opposite` is all ones. */
    private static final class Odd {

        private final int[] words;
        private final int opposite;

        private Odd(int[] words, int opposite) {
            this.words = words;
            this.opposite = opposite;
        }

        static Odd of(BigInteger scalar) {
            int[] same = Nat.fromBigInteger(SCALAR_BITS, scalar);
            int[] other = Nat.fromBigInteger(SCALAR_BITS, Sm2.N.subtract(scalar));
            int even = (same[0] & 1) - 1;
            for (int i = 0; i < same.length; i++) {
                same[i] ^= (same[i] ^ other[i]) & even;
            }
            return new Odd(same, even);
        }

        /** The digit d of a place as (d + 2^window - 1) / 2. */
        int bits(int place, int window) {
            int from = window * place + 1;
            int word = from >> 5;
            long pair = word(word) | (word(word + 1) << 32);
            return (int) (pair >>> (from & 31)) & ((1 << window) - 1);
        }

        private long word(int i) {
            return i < words.length ? words[i] & 0xffff_ffffL : 0;
        }
    }
}
