package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a licence service said of a licence.
 *
 * @param valid whether it was valid then
 * @param validTo until when; absent: it was not told, or there is no end
 */
record Given(String identifier, boolean valid, @Nullable LocalDate validTo) {

    private static final String VALID = "valid";

    /** In the reply to a lookup; or to a verification, which says itself which licence it is about, if it does. */
    static List<Given> in(JsonNode question, JsonNode reply) {
        if (reply.has("licences")) {
            return StreamSupport.stream(reply.path("licences").spliterator(), false)
                    .map(Given::of)
                    .toList();
        }
        boolean valid = reply.path("result").asText().equals(VALID);
        return question.has("identifier")
                ? List.of(new Given(question.path("identifier").asText(), valid, null))
                : List.of();
    }

    /** As it is written down; empty where there is no end. */
    String until() {
        return validTo == null ? "" : validTo.toString();
    }

    private static Given of(JsonNode licence) {
        return new Given(
                licence.path("identifier").asText(),
                licence.path("status").asText().equals(VALID),
                licence.has("validTo") ? LocalDate.parse(licence.path("validTo").asText()) : null);
    }
}
