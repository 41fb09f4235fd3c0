package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Of each query about a holder 持证主体: where it names the number of their document, and in a word what was answered. */
final class AboutHolder {

    private static final Map<String, String> NUMBERS = Map.of(
            "documents.check", "/applicant/idNo",
            "enterprise.verify", "/uscc",
            "identity.verify", "/idNo",
            "licence.lookup", "/holder/idNo",
            "licence.verify", "/holder/idNo",
            "property.lookup", "/owner/idNo");

    static final Set<String> SERVICES = NUMBERS.keySet();

    private AboutHolder() {}

    /** Absent where the question names no holder, but a licence or a house. */
    static Optional<String> number(String service, JsonNode question) {
        return Optional.ofNullable(question.at(NUMBERS.get(service)).asText(null));
    }

    /** Nothing else of the answer is for anybody but who asked. */
    static String result(String service, JsonNode reply) {
        return switch (service) {
            case "documents.check" -> reply.path("mode").asText();
            case "enterprise.verify" -> reply.path("status").asText(found(false));
            case "identity.verify" -> matches(reply) ? "match" : "mismatch";
            case "licence.lookup" -> found(!reply.path("licences").isEmpty());
            case "licence.verify" -> reply.path("result").asText();
            case "property.lookup" -> found(!reply.path("units").isEmpty());
            default -> throw new IllegalArgumentException(service + " is not about a holder");
        };
    }

    private static boolean matches(JsonNode reply) {
        return reply.path("match").asBoolean() && reply.path("faceMatch").asBoolean(true);
    }

    private static String found(boolean found) {
        return found ? "found" : "not-found";
    }
}
