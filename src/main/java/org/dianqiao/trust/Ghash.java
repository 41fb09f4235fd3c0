package org.dianqiao.trust;

/**
 * The authentication half of GCM (NIST SP 800-38D): products in the field of 2^128 elements, by tables of eight bits.
 *
 * <p>Two blocks are taken at once, one times H², one times H: two chains of looking up that do not wait for each other.
 */
final class Ghash {

    private static final long POLYNOMIAL = 0xe1L << 56;
    private static final long[] REDUCED = reduced();

    private final long[] byH;
    private final long[] bySquare;

    Ghash(long high, long low) {
        byH = multiples(high, low);
        long[] square = new long[2];
        times(byH, high, low, square);
        bySquare = multiples(square[0], square[1]);
    }

    /** What eight bits that fall off at the right come back as at the left. */
    private static long[] reduced() {
        long[] table = new long[256];
        for (int i = 0; i < 256; i++) {
            long high = 0;
            long low = i;
            for (int bit = 0; bit < 8; bit++) {
                long out = -(low & 1) & POLYNOMIAL;
                low = low >>> 1 | high << 63;
                high = high >>> 1 ^ out;
            }
            table[i] = high;
        }
        return table;
    }

    /** For each byte, read from its highest bit, its product with the element: high and low half side by side. */
    private static long[] multiples(long high, long low) {
        long[] table = new long[512];
        for (int bit = 128; bit > 0; bit >>= 1) {
            table[2 * bit] = high;
            table[2 * bit + 1] = low;
            long out = -(low & 1) & POLYNOMIAL;
            low = low >>> 1 | high << 63;
            high = high >>> 1 ^ out;
        }
        for (int i = 3; i < 256; i++) {
            int top = Integer.highestOneBit(i);
            table[2 * i] = table[2 * top] ^ table[2 * (i - top)];
            table[2 * i + 1] = table[2 * top + 1] ^ table[2 * (i - top) + 1];
        }
        return table;
    }

    private static void times(long[] table, long high, long low, long[] product) {
        long h = 0;
        long l = 0;
        for (int i = 0; i < 16; i++) {
            long half = i < 8 ? low : high;
            int at = (int) ((half >>> (8 * (i & 7))) & 0xff) << 1;
            int out = (int) l & 0xff;
            l = (l >>> 8 | h << 56) ^ table[at + 1];
            h = h >>> 8 ^ REDUCED[out] ^ table[at];
        }
        product[0] = h;
        product[1] = l;
    }

    /** Takes in whole blocks, the last one filled up with zeros. */
    void update(long[] state, byte[] bytes, int from, int length) {
        int at = from;
        int left = length;
        for (; left >= 32; left -= 32, at += 32) {
            pair(state, bytes, at);
        }
        for (; left > 0; left -= 16, at += 16) {
            one(state, Words.getLong(bytes, at, left), Words.getLong(bytes, at + 8, left - 8));
        }
    }

    void one(long[] state, long high, long low) {
        times(byH, state[0] ^ high, state[1] ^ low, state);
    }

    private void pair(long[] state, byte[] bytes, int at) {
        long[] first = bySquare;
        long[] second = byH;
        long h = 0;
        long l = 0;
        long m = 0;
        long n = 0;
        for (int part = 8; part >= 0; part -= 8) {
            long x = state[part >> 3] ^ Words.getLong(bytes, at + part);
            long y = Words.getLong(bytes, at + 16 + part);
            for (int i = 0; i < 8; i++) {
                int p = (int) x & 0xff;
                int q = (int) y & 0xff;
                int out = (int) l & 0xff;
                l = (l >>> 8 | h << 56) ^ first[2 * p + 1];
                h = h >>> 8 ^ REDUCED[out] ^ first[2 * p];
                out = (int) n & 0xff;
                n = (n >>> 8 | m << 56) ^ second[2 * q + 1];
                m = m >>> 8 ^ REDUCED[out] ^ second[2 * q];
                x >>>= 8;
                y >>>= 8;
            }
        }
        state[0] = h ^ m;
        state[1] = l ^ n;
    }
}
