package org.dianqiao.verifier;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The SM3 digest. */
final class Sm3 {

    private Sm3() {}

    static byte[] of(byte[]... pieces) {
        SM3Digest digest = new SM3Digest();
        for (byte[] piece : pieces) {
            digest.update(piece, 0, piece.length);
        }
        return result(digest);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    static String hex(SM3Digest digest) {
        return HexFormat.of().formatHex(result(digest));
    }

    private static byte[] result(SM3Digest digest) {
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }
}
