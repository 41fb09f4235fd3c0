package org.dianqiao.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** A refusal's body: RFC 9457, with our code. */
final class Problem {

    static final String TYPE = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problem() {}

    static byte[] of(Refused refused) {
        ObjectNode json = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("status", refused.code().status())
                .put("code", refused.code().word())
                .put("title", refused.code().title())
                .put("detail", refused.detail())
                .put("advice", refused.code().advice());
        if (refused.code() == Code.CONTRACT_VIOLATED) {
            ArrayNode errors = json.putArray("errors");
            refused.errors()
                    .forEach(error ->
                            errors.addObject().put("pointer", error.pointer()).put("message", error.message()));
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
