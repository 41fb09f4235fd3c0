package org.dianqiao.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A drawing of any size that stands nowhere: each MiB of it is like the others but for its number. */
record Drawing(long length) {

    private static final int MIB = 1 << 20;
    private static final byte[] LIKENESS = likeness();

    InputStream open() {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (at == length) {
                    return -1;
                }
                int place = (int) (at % MIB);
                int count = (int) Math.min(Math.min(most, MIB - place), length - at);
                System.arraycopy(LIKENESS, place, into, from, count);
                if (place == 0) {
                    into[from] = (byte) (at / MIB);
                }
                at += count;
                return count;
            }

            @Override
            public long skip(long count) {
                long skipped = Math.min(count, length - at);
                at += skipped;
                return skipped;
            }
        };
    }

    String sm3() {
        try (InputStream all = open()) {
            return sm3(all, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the next so many bytes. */
    static String sm3(InputStream in, long length) throws IOException {
        SM3Digest digest = new SM3Digest();
        byte[] piece = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int count = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (count < 0) {
                throw new IOException(left + " bytes are missing");
            }
            digest.update(piece, 0, count);
            left -= count;
        }
        byte[] sm3 = new byte[digest.getDigestSize()];
        digest.doFinal(sm3, 0);
        return HexFormat.of().formatHex(sm3);
    }

    private static byte[] likeness() {
        byte[] bytes = new byte[MIB];
        new Random(410105).nextBytes(bytes);
        return bytes;
    }
}
