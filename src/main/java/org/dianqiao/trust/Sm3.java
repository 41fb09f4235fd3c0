package org.dianqiao.trust;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The SM3 digest of GB/T 32905: of bytes at hand, or running along while they pass by. */
public final class Sm3 {

    private static final HexFormat HEX = HexFormat.of();

    private final SM3Digest digest = new SM3Digest();

    private Sm3() {}

    public static byte[] of(byte[] bytes) {
        return running().update(bytes, 0, bytes.length).digest();
    }

    /** In lower case, as manifests and ledger entries write it. */
    public static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    public static Sm3 running() {
        return new Sm3();
    }

    public Sm3 update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** Of all that has passed; the next byte begins a new one. */
    public byte[] digest() {
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }
}
