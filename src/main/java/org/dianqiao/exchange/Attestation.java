package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * That the gateway wrote down what a partner said, where nothing that the partner signed covers the words.
 *
 * @param of the partner who said it
 * @param means how the gateway knew who spoke: `x-tif`, `bearer`, `database`
 */
public record Attestation(String of, String means) {

    /** The member that says so in manifests, and of what rests on such a message in replies. */
    public static final String MEMBER = "attested";

    public static @Nullable Attestation in(JsonNode json) {
        return of(json.path(MEMBER));
    }

    /** What stands there in any other form is a member like those that nobody knows. */
    public static @Nullable Attestation of(JsonNode attested) {
        JsonNode of = attested.path("of");
        JsonNode means = attested.path("means");
        return of.isTextual() && means.isTextual() ? new Attestation(of.textValue(), means.textValue()) : null;
    }

    /** What a partner says of it, however deep, is struck from their words: it is ours to say. */
    static JsonNode struckFrom(JsonNode said) {
        said.findParents(MEMBER).forEach(parent -> ((ObjectNode) parent).remove(MEMBER));
        return said;
    }

    /** To an object that says nothing of it yet. */
    public static void write(@Nullable Attestation attested, ObjectNode json) {
        if (attested != null) {
            json.set(MEMBER, attested.json());
        }
    }

    public ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("of", of).put("means", means);
    }
}
