package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.dianqiao.codes.LicenceIdentifier;

/**
 * A question for licences, and whether a licence is about it. Services were seen to answer with what belongs to
 * somebody else; of whom it speaks must not get to who asked.
 */
record LicenceQuestion(JsonNode payload) {

    /** The first of a reply's licences that was not asked for, said by its place and what is wrong with it. */
    Optional<String> strangerIn(JsonNode reply) {
        JsonNode licences = reply.path("licences");
        for (int i = 0; i < licences.size(); i++) {
            Optional<String> member = strange(licences.get(i));
            if (member.isPresent()) {
                return Optional.of("/licences/" + i + "/" + member.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> strange(JsonNode licence) {
        String type = licence.path("type").asText();
        String identifier = licence.path("identifier").asText();
        if (payload.has("identifier") && !payload.path("identifier").asText().equals(identifier)) {
            return Optional.of("identifier");
        }
        if ((payload.has("types") && !names(type)) || !type.equals(typeIn(identifier))) {
            return Optional.of("type");
        }
        return payload.has("holder") && !holds(licence.path("holder")) ? Optional.of("holder") : Optional.empty();
    }

    private boolean names(String type) {
        for (JsonNode asked : payload.path("types")) {
            if (asked.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static String typeIn(String identifier) {
        return LicenceIdentifier.of(identifier).type().text();
    }

    /** By the number: registers write names in more than one way. */
    private boolean holds(JsonNode holder) {
        JsonNode asked = payload.path("holder");
        return asked.path("idNo").asText().equalsIgnoreCase(holder.path("idNo").asText());
    }
}
