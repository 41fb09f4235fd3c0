package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** One part of a message, with its bytes. */
public record Part(String name, String type, byte[] bytes) {

    /** The payload of most messages. */
    public static Part json(JsonNode payload) {
        return new Part("payload", "application/json", Json.write(payload));
    }

    Manifest.Entry entry() {
        return new Manifest.Entry(name, type, bytes.length, Sm3.hex(bytes), false);
    }
}
