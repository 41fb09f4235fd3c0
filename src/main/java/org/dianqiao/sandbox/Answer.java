package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the gateway said to a message. One that came at all has been checked; the early refusals are unsigned. */
public record Answer(
        int status,
        Kind kind,
        @Nullable Manifest manifest,
        List<Part> parts,
        ObjectNode json,
        @Nullable String entry,
        @Nullable Signatory signedBy) {

    public enum Kind {
        RECEIPT,
        REPLY,
        REFUSAL
    }

    /** Where a payload does not fit its contract. */
    public record Violation(String pointer, String message) {}

    public boolean accepted() {
        return kind != Kind.REFUSAL;
    }

    /** Whether we had said it before: the answer is the first one. */
    public boolean repeated() {
        return kind == Kind.RECEIPT && status == 200;
    }

    public String code() {
        return json.path("code").asText();
    }

    public String title() {
        return json.path("title").asText();
    }

    public String detail() {
        return json.path("detail").asText();
    }

    /** What to do, in English; not every gateway says it. */
    public String advice() {
        return json.path("advice").asText();
    }

    public List<Violation> errors() {
        return StreamSupport.stream(json.path("errors").spliterator(), false)
                .map(Answer::violation)
                .toList();
    }

    private static Violation violation(JsonNode error) {
        return new Violation(
                error.path("pointer").asText(), error.path("message").asText());
    }
}
