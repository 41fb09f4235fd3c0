package org.dianqiao.exchange;

import org.dianqiao.trust.Sm3;

/** What a manifest says of a part. `stored`: it was uploaded before and is not sent along. */
public record Part(String name, String type, long length, String sm3, boolean stored) {

    /** As it is sent along. */
    public Part sent() {
        return new Part(name, type, length, sm3, false);
    }

    public static Part of(String name, String type, byte[] bytes) {
        return new Part(name, type, bytes.length, Sm3.hex(Sm3.of(bytes)), false);
    }
}
