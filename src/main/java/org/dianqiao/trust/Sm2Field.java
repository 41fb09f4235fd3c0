package org.dianqiao.trust;

import java.math.BigInteger;
import org.bouncycastle.math.raw.Nat;
import org.bouncycastle.math.raw.Nat256;
import org.bouncycastle.util.BigIntegers;

/**
 * Numbers modulo the curve's prime p = 2^256 - 2^224 - 2^96 + 2^64 - 1, made for speed: half of what a message costs is
 * spent here.
 *
 * <p>A number stands in five digits of 52 bits, the lowest first. Digits are signed and may be a few bits too large, so
 * adding and subtracting is done digit by digit and carries nothing. Of a product of two digits, {@code multiplyHigh}
 * of both, shifted left by six, gives all above the 52nd bit, and what is below follows by subtracting. Numbers are
 * kept times 2^260 (Montgomery's form): p ends in ones, so the lowest digit itself says how often p has to be added for
 * that digit to vanish, and p's few powers of two make that a matter of shifts.
 *
 * <p>The bounds: factors within ±2^258 give a product between -2^256 and 2^257, for it is theirs over 2^260 and at most
 * p more. So two such numbers may be added or subtracted before they are multiplied again, and {@link #shorten} brings
 * a longer sum back below 2^257. Multiplying, adding and shortening take the same steps for all numbers; only
 * {@link #of} and {@link #number} go through BigInteger.
 */
final class Sm2Field {

    static final int DIGITS = 5;

    private static final int BITS = 52;
    private static final long DIGIT = (1L << BITS) - 1;
    private static final int SPARE = 6;
    private static final BigInteger P = Sm2.DOMAIN.getCurve().getField().getCharacteristic();
    private static final long[] PLAIN_ONE = digits(BigInteger.ONE);
    private static final long[] SCALE_SQUARED =
            digits(BigInteger.ONE.shiftLeft(2 * DIGITS * BITS).mod(P));
    private static final long[] ONE = of(BigInteger.ONE);

    private Sm2Field() {}

    /** Of a number from 0 to p - 1. */
    static long[] of(BigInteger number) {
        long[] digits = digits(number);
        multiply(digits, digits, SCALE_SQUARED);
        return digits;
    }

    static BigInteger number(long[] a) {
        long[] plain = new long[DIGITS];
        multiply(plain, a, PLAIN_ONE);
        BigInteger number = Nat256.toBigInteger64(new long[] {
            plain[0] | (plain[1] << 52),
            (plain[1] >>> 12) | (plain[2] << 40),
            (plain[2] >>> 24) | (plain[3] << 28),
            (plain[3] >>> 36) | (plain[4] << 16)
        });
        return number.equals(P) ? BigInteger.ZERO : number;
    }

    private static long[] digits(BigInteger number) {
        long[] words = Nat.fromBigInteger64(256, number);
        return new long[] {
            words[0] & DIGIT,
            ((words[0] >>> 52) | (words[1] << 12)) & DIGIT,
            ((words[1] >>> 40) | (words[2] << 24)) & DIGIT,
            ((words[2] >>> 28) | (words[3] << 36)) & DIGIT,
            words[3] >>> 16
        };
    }

    static boolean isZero(long[] a) {
        return number(a).signum() == 0;
    }

    static void subtract(long[] out, long[] a, long[] b) {
        for (int i = 0; i < DIGITS; i++) {
            out[i] = a[i] - b[i];
        }
    }

    /** Takes out the multiple of 2^256 that the last digit holds too much. */
    static void shorten(long[] a) {
        long times = a[4] >> 48;
        a[0] += times;
        a[1] += (times << 44) - (times << 12);
        a[4] += (times << 16) - (times << 48);
    }

    static long[] one() {
        return ONE.clone();
    }

    /** One divided by it. BouncyCastle takes the same steps for every number. */
    static long[] inverse(long[] a) {
        return of(BigIntegers.modOddInverse(P, number(a)));
    }

    static void multiply(long[] out, long[] a, long[] b) {
        long a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4];
        long b0 = b[0], b1 = b[1], b2 = b[2], b3 = b[3], b4 = b[4];
        long high0 = high(a0, b0);
        long high1 = high(a0, b1) + high(a1, b0);
        long high2 = high(a0, b2) + high(a1, b1) + high(a2, b0);
        long high3 = high(a0, b3) + high(a1, b2) + high(a2, b1) + high(a3, b0);
        long high4 = high(a0, b4) + high(a1, b3) + high(a2, b2) + high(a3, b1) + high(a4, b0);
        long high5 = high(a1, b4) + high(a2, b3) + high(a3, b2) + high(a4, b1);
        long high6 = high(a2, b4) + high(a3, b3) + high(a4, b2);
        long high7 = high(a3, b4) + high(a4, b3);
        long high8 = high(a4, b4);
        reduce(
                out,
                a0 * b0 - (high0 << BITS),
                a0 * b1 + a1 * b0 - (high1 << BITS) + high0,
                a0 * b2 + a1 * b1 + a2 * b0 - (high2 << BITS) + high1,
                a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 - (high3 << BITS) + high2,
                a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 - (high4 << BITS) + high3,
                a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 - (high5 << BITS) + high4,
                a2 * b4 + a3 * b3 + a4 * b2 - (high6 << BITS) + high5,
                a3 * b4 + a4 * b3 - (high7 << BITS) + high6,
                a4 * b4 - (high8 << BITS) + high7,
                high8);
    }

    static void square(long[] out, long[] a) {
        long a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4];
        long twice0 = a0 << 1, twice1 = a1 << 1, twice2 = a2 << 1, twice3 = a3 << 1;
        long high0 = high(a0, a0);
        long high1 = high(twice0, a1);
        long high2 = high(twice0, a2) + high(a1, a1);
        long high3 = high(twice0, a3) + high(twice1, a2);
        long high4 = high(twice0, a4) + high(twice1, a3) + high(a2, a2);
        long high5 = high(twice1, a4) + high(twice2, a3);
        long high6 = high(twice2, a4) + high(a3, a3);
        long high7 = high(twice3, a4);
        long high8 = high(a4, a4);
        reduce(
                out,
                a0 * a0 - (high0 << BITS),
                twice0 * a1 - (high1 << BITS) + high0,
                twice0 * a2 + a1 * a1 - (high2 << BITS) + high1,
                twice0 * a3 + twice1 * a2 - (high3 << BITS) + high2,
                twice0 * a4 + twice1 * a3 + a2 * a2 - (high4 << BITS) + high3,
                twice1 * a4 + twice2 * a3 - (high5 << BITS) + high4,
                twice2 * a4 + a3 * a3 - (high6 << BITS) + high5,
                twice3 * a4 - (high7 << BITS) + high6,
                a4 * a4 - (high8 << BITS) + high7,
                high8);
    }

    private static long high(long a, long b) {
        return Math.multiplyHigh(a << SPARE, b << SPARE);
    }

    /** Five times: adds p as often as the lowest digit says, which makes it vanish, and goes on with those above it. */
    private static void reduce(
            long[] out, long t0, long t1, long t2, long t3, long t4, long t5, long t6, long t7, long t8, long t9) {
        long q = t0 & DIGIT;
        t1 += (t0 >> BITS) + ((q << 12) & DIGIT) - ((q << 44) & DIGIT);
        t2 += (q >>> 40) - (q >>> 8);
        t4 += ((q << 48) & DIGIT) - ((q << 16) & DIGIT);
        t5 += (q >>> 4) - (q >>> 36);
        q = t1 & DIGIT;
        t2 += (t1 >> BITS) + ((q << 12) & DIGIT) - ((q << 44) & DIGIT);
        t3 += (q >>> 40) - (q >>> 8);
        t5 += ((q << 48) & DIGIT) - ((q << 16) & DIGIT);
        t6 += (q >>> 4) - (q >>> 36);
        q = t2 & DIGIT;
        t3 += (t2 >> BITS) + ((q << 12) & DIGIT) - ((q << 44) & DIGIT);
        t4 += (q >>> 40) - (q >>> 8);
        t6 += ((q << 48) & DIGIT) - ((q << 16) & DIGIT);
        t7 += (q >>> 4) - (q >>> 36);
        q = t3 & DIGIT;
        t4 += (t3 >> BITS) + ((q << 12) & DIGIT) - ((q << 44) & DIGIT);
        t5 += (q >>> 40) - (q >>> 8);
        t7 += ((q << 48) & DIGIT) - ((q << 16) & DIGIT);
        t8 += (q >>> 4) - (q >>> 36);
        q = t4 & DIGIT;
        t5 += (t4 >> BITS) + ((q << 12) & DIGIT) - ((q << 44) & DIGIT);
        t6 += (q >>> 40) - (q >>> 8);
        t8 += ((q << 48) & DIGIT) - ((q << 16) & DIGIT);
        t9 += (q >>> 4) - (q >>> 36);
        t6 += t5 >> BITS;
        t7 += t6 >> BITS;
        t8 += t7 >> BITS;
        out[0] = t5 & DIGIT;
        out[1] = t6 & DIGIT;
        out[2] = t7 & DIGIT;
        out[3] = t8 & DIGIT;
        out[4] = t9 + (t8 >> BITS);
    }
}
