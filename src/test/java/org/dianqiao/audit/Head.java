package org.dianqiao.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** A signed tree head as an auditor reads it. */
record Head(long size, byte[] root, String time, byte[] signature) {

    static Head of(JsonNode json) {
        return new Head(
                json.path("size").asLong(-1),
                HexFormat.of().parseHex(json.path("root").asText()),
                json.path("time").asText(),
                Base64.getDecoder().decode(json.path("signature").asText()));
    }

    /** What the gateway signs. */
    byte[] text() {
        String hex = HexFormat.of().formatHex(root);
        return "dqx-head/1\n%d\n%s\n%s\n".formatted(size, hex, time).getBytes(StandardCharsets.UTF_8);
    }
}
