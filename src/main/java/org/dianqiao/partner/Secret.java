package org.dianqiao.partner;

import java.nio.charset.StandardCharsets;

/** What a partner and we share, and nobody else is to read: not even where a value is printed. */
public record Secret(String text) {

    static final Secret NONE = new Secret("");

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
