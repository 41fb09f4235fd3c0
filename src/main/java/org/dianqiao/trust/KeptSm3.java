package org.dianqiao.trust;

import java.util.Arrays;

/**
 * An SM3 digest (GB/T 32905) over bytes that take days to come: what it has made of those that came can be put away,
 * and somebody else goes on with it. BouncyCastle's keeps that to itself, so this is SM3 once more; where nothing needs
 * to be put away, {@link Sm3} is the one to use.
 */
public final class KeptSm3 {

    private static final int BLOCK = 64;
    private static final int CHAINED = 32;
    private static final int[] BEGINNING = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };
    private static final int[] CONSTANTS = constants();

    private final int[] chain;
    private final byte[] rest = new byte[BLOCK];
    private final int[] words = new int[68];
    private long length;

    private KeptSm3(int[] chain, long length) {
        this.chain = chain;
        this.length = length;
    }

    public static KeptSm3 begin() {
        return new KeptSm3(BEGINNING.clone(), 0);
    }

    /** Goes on behind the first `length` bytes, from what {@link #state} gave then. */
    public static KeptSm3 resume(byte[] state, long length) {
        int left = (int) (length % BLOCK);
        if (state.length != CHAINED + left) {
            throw new IllegalArgumentException("not the state of an SM3 digest behind " + length + " bytes");
        }
        int[] chain = new int[8];
        for (int i = 0; i < 8; i++) {
            chain[i] = word(state, 4 * i);
        }
        KeptSm3 resumed = new KeptSm3(chain, length);
        System.arraycopy(state, CHAINED, resumed.rest, 0, left);
        return resumed;
    }

    public KeptSm3 update(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int at = offset + fillUp(bytes, offset, count);
        length += count;
        for (; end - at >= BLOCK; at += BLOCK) {
            compress(bytes, at);
        }
        System.arraycopy(bytes, at, rest, left() - (end - at), end - at);
        return this;
    }

    /** What stands there of a block comes first; how much it took. */
    private int fillUp(byte[] bytes, int offset, int count) {
        int left = left();
        if (left == 0) {
            return 0;
        }
        int taken = Math.min(BLOCK - left, count);
        System.arraycopy(bytes, offset, rest, left, taken);
        if (left + taken == BLOCK) {
            compress(rest, 0);
        }
        return taken;
    }

    /** The chaining value behind the last whole block, and the bytes behind that. */
    public byte[] state() {
        byte[] state = Arrays.copyOf(bytes(chain), CHAINED + left());
        System.arraycopy(rest, 0, state, CHAINED, left());
        return state;
    }

    /** Of all that has passed so far; it can go on. */
    public byte[] digest() {
        KeptSm3 last = resume(state(), length);
        int left = left();
        byte[] padding = new byte[(left < BLOCK - 8 ? BLOCK : 2 * BLOCK) - left];
        padding[0] = (byte) 0x80;
        long bits = 8 * length;
        for (int i = 1; i <= 8; i++, bits >>>= 8) {
            padding[padding.length - i] = (byte) bits;
        }
        last.update(padding, 0, padding.length);
        return bytes(last.chain);
    }

    private int left() {
        return (int) (length % BLOCK);
    }

    private void compress(byte[] bytes, int offset) {
        expand(bytes, offset);
        int a = chain[0];
        int b = chain[1];
        int c = chain[2];
        int d = chain[3];
        int e = chain[4];
        int f = chain[5];
        int g = chain[6];
        int h = chain[7];
        for (int j = 0; j < 64; j++) {
            int turned = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(turned + e + CONSTANTS[j], 7);
            int ff = j < 16 ? a ^ b ^ c : (a & b) | (c & (a | b));
            int gg = j < 16 ? e ^ f ^ g : g ^ (e & (f ^ g));
            int tt1 = ff + d + (ss1 ^ turned) + (words[j] ^ words[j + 4]);
            int tt2 = gg + h + ss1 + words[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        chain[0] ^= a;
        chain[1] ^= b;
        chain[2] ^= c;
        chain[3] ^= d;
        chain[4] ^= e;
        chain[5] ^= f;
        chain[6] ^= g;
        chain[7] ^= h;
    }

    private void expand(byte[] bytes, int offset) {
        for (int j = 0; j < 16; j++) {
            words[j] = word(bytes, offset + 4 * j);
        }
        for (int j = 16; j < 68; j++) {
            int x = words[j - 16] ^ words[j - 9] ^ Integer.rotateLeft(words[j - 3], 15);
            words[j] = x
                    ^ Integer.rotateLeft(x, 15)
                    ^ Integer.rotateLeft(x, 23)
                    ^ Integer.rotateLeft(words[j - 13], 7)
                    ^ words[j - 6];
        }
    }

    private static int[] constants() {
        int[] constants = new int[64];
        for (int j = 0; j < 64; j++) {
            constants[j] = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
        }
        return constants;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    private static byte[] bytes(int[] words) {
        byte[] bytes = new byte[4 * words.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i / 4] >>> (24 - 8 * (i % 4)));
        }
        return bytes;
    }
}
