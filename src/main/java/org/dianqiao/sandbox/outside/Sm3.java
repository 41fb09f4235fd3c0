package org.dianqiao.sandbox.outside;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The SM3 digest. */
public final class Sm3 {

    private static final int SHORT = 16;

    private Sm3() {}

    public static byte[] of(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return sum;
    }

    /** 32 hexadecimal digits, always the same for the same text. */
    public static String name(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)), 0, SHORT);
    }
}
