package org.dianqiao.partner;

import java.nio.charset.StandardCharsets;

/**
 * What a partner and we share, and nobody else is to read: not even where a value is printed.
 *
 * @param isShared false where nobody has it: its partner is not played
 */
public record Secret(String text, boolean isShared) {

    static final Secret NONE = new Secret("");

    public Secret(String text) {
        this(text, true);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
