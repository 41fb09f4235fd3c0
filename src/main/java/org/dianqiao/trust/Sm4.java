package org.dianqiao.trust;

import java.util.HexFormat;

/**
 * SM4 (GB/T 32907-2016), encryption only: the modes used here need nothing else. Any number of threads may use one.
 *
 * <p>BouncyCastle's takes a quarter of a microsecond for a block. Here the substitution and the linear step after it are
 * four tables of 256 words, and two blocks are worked on side by side, since each round waits for the one before it.
 */
final class Sm4 {

    static final int KEY = 16;
    static final int BLOCK = 16;

    private static final int ROUNDS = 32;
    private static final byte[] SUBSTITUTION = HexFormat.of()
            .parseHex("d690e9fecce13db716b614c228fb2c052b679a762abe04c3aa44132649860699"
                    + "9c4250f491ef987a33540b43edcfac62e4b31ca9c908e89580df94fa758f3fa6"
                    + "4707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35"
                    + "1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89e"
                    + "eabf8ad240c738b5a3f7f2cef96115a1e0ae5da49b341a55ad933230f58cb1e3"
                    + "1df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51"
                    + "8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b0"
                    + "8969974a0c96777e65b9f109c56ec68418f07dec3adc4d2079ee5f3ed7cb3948");
    private static final int[] FAMILY = {0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc};
    private static final int[] T0 = table(24);
    private static final int[] T1 = table(16);
    private static final int[] T2 = table(8);
    private static final int[] T3 = table(0);

    private final int[] keys = new int[ROUNDS];

    Sm4(byte[] key) {
        Fields.require(key.length == KEY, "an SM4 key has 16 bytes, not " + key.length);
        int[] k = new int[ROUNDS + 4];
        for (int i = 0; i < 4; i++) {
            k[i] = Words.get(key, 4 * i) ^ FAMILY[i];
        }
        for (int i = 0; i < ROUNDS; i++) {
            int mixed = substituted(k[i + 1] ^ k[i + 2] ^ k[i + 3] ^ constant(i));
            k[i + 4] = k[i] ^ mixed ^ Integer.rotateLeft(mixed, 13) ^ Integer.rotateLeft(mixed, 23);
            keys[i] = k[i + 4];
        }
    }

    private static int[] table(int shift) {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int b = (SUBSTITUTION[i] & 0xff) << shift;
            table[i] = b
                    ^ Integer.rotateLeft(b, 2)
                    ^ Integer.rotateLeft(b, 10)
                    ^ Integer.rotateLeft(b, 18)
                    ^ Integer.rotateLeft(b, 24);
        }
        return table;
    }

    private static int constant(int round) {
        int constant = 0;
        for (int j = 0; j < 4; j++) {
            constant = constant << 8 | ((4 * round + j) * 7 & 0xff);
        }
        return constant;
    }

    private static int substituted(int word) {
        int result = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            result |= (SUBSTITUTION[word >>> shift & 0xff] & 0xff) << shift;
        }
        return result;
    }

    private static int mixed(int x) {
        return T0[x >>> 24] ^ T1[x >>> 16 & 0xff] ^ T2[x >>> 8 & 0xff] ^ T3[x & 0xff];
    }

    /** Encrypts the four words of a block in place. */
    void encrypt(int[] block) {
        int[] k = keys;
        int a = block[0];
        int b = block[1];
        int c = block[2];
        int d = block[3];
        for (int i = 0; i < ROUNDS; i += 4) {
            a ^= mixed(b ^ c ^ d ^ k[i]);
            b ^= mixed(c ^ d ^ a ^ k[i + 1]);
            c ^= mixed(d ^ a ^ b ^ k[i + 2]);
            d ^= mixed(a ^ b ^ c ^ k[i + 3]);
        }
        block[0] = d;
        block[1] = c;
        block[2] = b;
        block[3] = a;
    }

    /** Encrypts two blocks of a counter, which differ in their last word only: eight words of what hides the text. */
    void stream(int[] start, int counter, int[] into) {
        int[] k = keys;
        int a = start[0];
        int b = start[1];
        int c = start[2];
        int d = counter;
        int e = a;
        int f = b;
        int g = c;
        int h = counter + 1;
        for (int i = 0; i < ROUNDS; i += 4) {
            a ^= mixed(b ^ c ^ d ^ k[i]);
            e ^= mixed(f ^ g ^ h ^ k[i]);
            b ^= mixed(c ^ d ^ a ^ k[i + 1]);
            f ^= mixed(g ^ h ^ e ^ k[i + 1]);
            c ^= mixed(d ^ a ^ b ^ k[i + 2]);
            g ^= mixed(h ^ e ^ f ^ k[i + 2]);
            d ^= mixed(a ^ b ^ c ^ k[i + 3]);
            h ^= mixed(e ^ f ^ g ^ k[i + 3]);
        }
        into[0] = d;
        into[1] = c;
        into[2] = b;
        into[3] = a;
        into[4] = h;
        into[5] = g;
        into[6] = f;
        into[7] = e;
    }
}
