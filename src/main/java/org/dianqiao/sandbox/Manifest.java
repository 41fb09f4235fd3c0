package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a signature is over: who tells whom what, and the digest of every part. */
public record Manifest(
        String id,
        String kind,
        String service,
        String from,
        @Nullable String to,
        String sent,
        @Nullable String caseNo,
        @Nullable String replyTo,
        @Nullable String purpose,
        List<Entry> parts) {

    private static final DateTimeFormatter SENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final int LIMIT = 16 * 1024;

    /** What a manifest says of a part. A stored one was uploaded before and does not travel with the message. */
    public record Entry(String name, String type, long length, String sm3, boolean stored) {}

    static String sent(Instant at) {
        return SENT.format(at);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** An answer to a message: back to its sender, about the same. */
    static Manifest answering(Manifest asked, String kind, String from, String sent, List<Entry> parts) {
        return new Manifest(newId(), kind, asked.service, from, asked.from, sent, asked.caseNo, asked.id, null, parts);
    }

    byte[] bytes() {
        ObjectNode json = Json.object();
        json.put("v", 1).put("id", id).put("kind", kind).put("service", service).put("from", from);
        putIfGiven(json, "to", to);
        json.put("sent", sent);
        putIfGiven(json, "case", caseNo);
        putIfGiven(json, "replyTo", replyTo);
        putIfGiven(json, "purpose", purpose);
        ArrayNode list = json.putArray("parts");
        parts.forEach(part -> write(part, list.addObject()));
        return Json.write(json);
    }

    private static void write(Entry part, ObjectNode json) {
        json.put("name", part.name).put("type", part.type).put("length", part.length);
        json.put("sm3", part.sm3);
        if (part.stored) {
            json.put("stored", true);
        }
    }

    private static void putIfGiven(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    /** Reads what the other side sent; an IOException says what is wrong with it. */
    static Manifest read(byte[] bytes) throws IOException {
        if (bytes.length > LIMIT) {
            throw new IOException("the manifest is longer than 16 KiB");
        }
        ObjectNode json = Json.read(bytes);
        if (!json.path("v").isInt() || json.path("v").intValue() != 1) {
            throw new IOException("v is not 1");
        }
        return new Manifest(
                text(json, "id"),
                text(json, "kind"),
                text(json, "service"),
                text(json, "from"),
                optional(json, "to"),
                text(json, "sent"),
                optional(json, "case"),
                optional(json, "replyTo"),
                optional(json, "purpose"),
                entries(json.path("parts")));
    }

    private static List<Entry> entries(JsonNode parts) throws IOException {
        if (!parts.isArray()) {
            throw new IOException("parts is missing");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode part : parts) {
            entries.add(new Entry(
                    text(part, "name"),
                    text(part, "type"),
                    length(part),
                    text(part, "sm3"),
                    part.path("stored").asBoolean()));
        }
        return List.copyOf(entries);
    }

    private static long length(JsonNode part) throws IOException {
        JsonNode length = part.path("length");
        if (!length.isIntegralNumber() || !length.canConvertToLong() || length.longValue() < 0) {
            throw new IOException("a part's length is not a number of bytes");
        }
        return length.longValue();
    }

    private static String text(JsonNode json, String name) throws IOException {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new IOException(name + " is missing");
        }
        return value.textValue();
    }

    private static @Nullable String optional(JsonNode json, String name) throws IOException {
        return json.has(name) ? text(json, name) : null;
    }
}
