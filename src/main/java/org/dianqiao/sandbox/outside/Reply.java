package org.dianqiao.sandbox.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * What a simulator answers.
 *
 * @param changed whether something is another because of what was asked
 * @param failed whether it says that what was asked could not be done
 */
public record Reply(int status, String type, byte[] body, boolean changed, boolean failed) {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";

    public static Reply json(JsonNode json) {
        return new Reply(200, JSON, Json.bytes(json), false, false);
    }

    public static Reply file(String type, byte[] content) {
        return new Reply(200, type, content, true, false);
    }

    public static Reply text(String sentence) {
        return text(200, sentence);
    }

    static Reply text(int status, String sentence) {
        return new Reply(status, TEXT, sentence.getBytes(StandardCharsets.UTF_8), false, true);
    }

    /** The JSON that it is. */
    public JsonNode said() {
        return Json.object(body).orElseThrow();
    }

    public Reply status(int other) {
        return new Reply(other, type, body, changed, failed);
    }

    public Reply change() {
        return new Reply(status, type, body, true, failed);
    }

    public Reply failure() {
        return new Reply(status, type, body, changed, true);
    }

    Reply with(byte[] other) {
        return new Reply(status, type, other, changed, failed);
    }

    Reply asText(String sentence) {
        return new Reply(200, failed ? TEXT : type, sentence.getBytes(StandardCharsets.UTF_8), changed, true);
    }

    boolean isJson() {
        return type.equals(JSON);
    }

    String written() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
