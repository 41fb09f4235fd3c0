package org.dianqiao.trust;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * SM4 in Galois/Counter Mode with one key: nonces of 12 bytes, tags of 16. Any number of threads may use one.
 *
 * <p>The danger is a nonce that comes twice under one key: it gives away both texts and the key of the tags. Who calls
 * sees to it that none does.
 */
public final class Sm4Gcm {

    public static final int KEY = Sm4.KEY;
    public static final int NONCE = 12;
    public static final int TAG = 16;

    private final Sm4 cipher;
    private final Ghash hash;

    public Sm4Gcm(byte[] key) {
        cipher = new Sm4(key);
        int[] h = new int[4];
        cipher.encrypt(h);
        hash = new Ghash(joined(h[0], h[1]), joined(h[2], h[3]));
    }

    private static long joined(int high, int low) {
        return (long) high << 32 | Integer.toUnsignedLong(low);
    }

    /** Writes the ciphertext and behind it the tag. `place`: what is not hidden but vouched for. */
    public void seal(byte[] nonce, byte[] place, byte[] clear, byte[] into, int at) {
        int[] start = start(nonce);
        crypt(start, clear, 0, clear.length, into, at);
        byte[] tag = tag(start, place, into, at, clear.length);
        System.arraycopy(tag, 0, into, at + clear.length, TAG);
    }

    /** The clear bytes of ciphertext and tag that stand from here to the end; absent where the tag does not fit. */
    public Optional<byte[]> open(byte[] nonce, byte[] place, byte[] sealed, int from) {
        int length = sealed.length - from - TAG;
        int[] start = start(nonce);
        byte[] tag = Arrays.copyOfRange(sealed, from + length, sealed.length);
        if (!MessageDigest.isEqual(tag, tag(start, place, sealed, from, length))) {
            return Optional.empty();
        }
        byte[] clear = new byte[length];
        crypt(start, sealed, from, length, clear, 0);
        return Optional.of(clear);
    }

    private static int[] start(byte[] nonce) {
        Fields.require(nonce.length == NONCE, "a nonce has 12 bytes, not " + nonce.length);
        return new int[] {Words.get(nonce, 0), Words.get(nonce, 4), Words.get(nonce, 8)};
    }

    private void crypt(int[] start, byte[] in, int from, int length, byte[] out, int at) {
        int[] stream = new int[8];
        int counter = 2;
        int done = 0;
        for (; done + 32 <= length; done += 32) {
            cipher.stream(start, counter, stream);
            counter += 2;
            for (int i = 0; i < 8; i++) {
                Words.put(out, at + done + 4 * i, Words.get(in, from + done + 4 * i) ^ stream[i]);
            }
        }
        if (done < length) {
            cipher.stream(start, counter, stream);
            for (int i = 0; done < length; i++, done++) {
                out[at + done] = (byte) (in[from + done] ^ (stream[i >> 2] >>> (24 - 8 * (i & 3))));
            }
        }
    }

    private byte[] tag(int[] start, byte[] place, byte[] text, int from, int length) {
        long[] state = new long[2];
        hash.update(state, place, 0, place.length);
        hash.update(state, text, from, length);
        hash.one(state, 8L * place.length, 8L * length);
        int[] mask = {start[0], start[1], start[2], 1};
        cipher.encrypt(mask);
        byte[] tag = new byte[TAG];
        for (int i = 0; i < 4; i++) {
            Words.put(tag, 4 * i, mask[i] ^ (int) (state[i >> 1] >>> (32 * (1 - (i & 1)))));
        }
        return tag;
    }
}
