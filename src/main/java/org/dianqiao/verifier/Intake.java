package org.dianqiao.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/** What came of a file: how long it is, its digest, and its bytes as far as they were to be kept. */
record Intake(long length, String sm3, byte[] kept) {

    /** Reads all of it, however long; keeps no more than this. */
    static Intake measured(InputStream in, int most) throws IOException {
        SM3Digest digest = new SM3Digest();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long length = 0;
        byte[] piece = new byte[1 << 16];
        for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
            digest.update(piece, 0, got);
            kept.write(piece, 0, Math.min(got, most - kept.size()));
            length += got;
        }
        return new Intake(length, Sm3.hex(digest), kept.toByteArray());
    }

    boolean whole() {
        return kept.length == length;
    }
}
