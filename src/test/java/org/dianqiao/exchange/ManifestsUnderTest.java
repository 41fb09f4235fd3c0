package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** A right manifest, to be made wrong. */
abstract class ManifestsUnderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String SM3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    static ObjectNode right() {
        ObjectNode manifest = JSON.createObjectNode()
                .put("v", 1)
                .put("id", "a-1")
                .put("kind", "event")
                .put("service", "project.code-assigned")
                .put("from", "approval.henan")
                .put("sent", "2026-09-30T09:00:00.000+08:00");
        manifest.putArray("parts")
                .addObject()
                .put("name", "payload")
                .put("type", "application/json")
                .put("length", 3)
                .put("sm3", SM3);
        return manifest;
    }

    static Manifest read(JsonNode manifest) {
        return Manifests.read(manifest.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void assertRefused(JsonNode manifest) {
        assertThatIllegalArgumentException().as(manifest.toString()).isThrownBy(() -> read(manifest));
    }

    /** The value goes in as it stands: a tree would make 1 of 1.0. */
    static void assertRefused(String object, String member, String value) {
        ObjectNode marked = (ObjectNode) json(object);
        String changed = marked.put(member, "HERE").toString().replace("\"HERE\"", value);
        String manifest = marked.has("v") ? changed : right().toString().replace(object, changed);
        assertThatIllegalArgumentException()
                .as(manifest)
                .isThrownBy(() -> Manifests.read(manifest.getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
