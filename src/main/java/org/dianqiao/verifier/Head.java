package org.dianqiao.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A signed tree head (树头): section 8 of the protocol. */
record Head(long size, String root, Instant time, byte[] text, byte[] signature, Optional<byte[]> stamp) {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    private static final int LONGEST_TIME = 40;

    static Head of(Fields fields) {
        long size = fields.number("size");
        String root = fields.text("root", Fields.SM3, 64);
        String time = fields.text("time", Pattern.compile(".*"), LONGEST_TIME);
        String text = "dqx-head/1\n" + size + "\n" + root + "\n" + time + "\n";
        byte[] signature = bytes(fields.text("signature", BASE64, Layout.LARGEST_SIGNATURE * 4 / 3 + 4));
        Optional<byte[]> stamp = fields.maybe("timestamp", BASE64, Layout.LARGEST_STAMP * 4 / 3 + 4)
                .map(Head::bytes);
        return new Head(size, root, Entry.time(time), text.getBytes(StandardCharsets.UTF_8), signature, stamp);
    }

    byte[] rootBytes() {
        return HexFormat.of().parseHex(root);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Malformed("不是 base64", "something in it is not base64");
        }
    }
}
