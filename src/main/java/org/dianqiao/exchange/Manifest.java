package org.dianqiao.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of itself; the signature is over its bytes, and its digests cover the parts.
 *
 * @param attested where the words are a partner's and the signature is the gateway's
 */
public record Manifest(
        String id,
        Kind kind,
        String service,
        String from,
        @Nullable String to,
        Instant sent,
        @Nullable String caseId,
        @Nullable String replyTo,
        @Nullable String purpose,
        @Nullable Attestation attested,
        List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter SENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The bytes of all parts together. */
    public long length() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    /** The bytes that are signed and sent. They are made once: nothing is ever written anew from a manifest read. */
    public byte[] toBytes() {
        return toBytes(null);
    }

    public byte[] toBytes(@Nullable Remark remark) {
        ObjectNode json = JSON.createObjectNode().put("v", 1);
        json.put("id", id).put("kind", kind.word()).put("service", service).put("from", from);
        putIfAny(json, "to", to);
        json.put("sent", SENT.format(sent));
        putIfAny(json, "case", caseId);
        putIfAny(json, "replyTo", replyTo);
        putIfAny(json, "purpose", purpose);
        Attestation.write(attested, json);
        if (remark != null) {
            remark.write(json);
        }
        ArrayNode list = json.putArray("parts");
        parts.forEach(part -> write(part, list.addObject()));
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Part part, ObjectNode json) {
        json.put("name", part.name())
                .put("type", part.type())
                .put("length", part.length())
                .put("sm3", part.sm3());
        if (part.stored()) {
            json.put("stored", true);
        }
    }

    private static void putIfAny(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
