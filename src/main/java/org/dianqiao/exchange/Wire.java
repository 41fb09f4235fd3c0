package org.dianqiao.exchange;

import java.util.Base64;

/** How bytes stand in a header: RFC 4648 section 4, on one line, padded. */
public final class Wire {

    private Wire() {}

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Throws an IllegalArgumentException for anything that is not exactly that. */
    public static byte[] bytes(String base64) {
        if (base64.length() % 4 != 0) {
            throw new IllegalArgumentException("base64 without its padding");
        }
        return Base64.getDecoder().decode(base64);
    }
}
