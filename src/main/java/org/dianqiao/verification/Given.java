package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a licence service said of a licence.
 *
 * @param name by which it is known to who asked
 * @param byNumber and
 * @param byHolder by which it is known to others who ask for it; absent where only they are known
 * @param valid whether it was valid then
 * @param validTo until when; absent: it was not told, or there is no end
 */
record Given(
        LicenceName name,
        @Nullable LicenceName byNumber,
        @Nullable LicenceName byHolder,
        boolean valid,
        @Nullable LocalDate validTo) {

    private static final String VALID = "valid";
    private static final String IDENTIFIER = "identifier";

    /** In the reply of this service to a lookup; or to a verification, which is about what the customer says. */
    static List<Given> in(String service, JsonNode question, JsonNode reply) {
        if (reply.has("licences")) {
            return StreamSupport.stream(reply.path("licences").spliterator(), false)
                    .map(licence -> found(service, licence))
                    .toList();
        }
        return verified(service, question, reply).stream().toList();
    }

    private static Given found(String service, JsonNode licence) {
        String type = licence.path("type").asText();
        return new Given(
                LicenceName.identifier(licence.path(IDENTIFIER).asText()),
                LicenceName.number(service, type, licence.path("number").asText()),
                LicenceName.holder(service, type, licence.at("/holder/idNo").asText()),
                licence.path("status").asText().equals(VALID),
                licence.has("validTo") ? LocalDate.parse(licence.path("validTo").asText()) : null);
    }

    /** The service may say itself which it is. Where nobody does, it is known by its number, or else by its holder. */
    private static Optional<Given> verified(String service, JsonNode question, JsonNode reply) {
        String type = question.path("type").asText();
        boolean valid = reply.path("result").asText().equals(VALID);
        JsonNode agreed = valid ? question : MissingNode.getInstance();
        Optional<LicenceName> number = said(agreed, "/number").map(text -> LicenceName.number(service, type, text));
        Optional<LicenceName> holder =
                said(agreed, "/holder/idNo").map(text -> LicenceName.holder(service, type, text));
        return Stream.of(question, reply)
                .filter(said -> said.has(IDENTIFIER))
                .findFirst()
                .map(said -> LicenceName.identifier(said.path(IDENTIFIER).asText()))
                .map(name -> new Given(name, number.orElse(null), holder.orElse(null), valid, null))
                .or(() -> number.or(() -> holder).map(name -> new Given(name, null, null, valid, null)));
    }

    private static Optional<String> said(JsonNode claim, String pointer) {
        return Optional.of(claim.at(pointer).asText()).filter(text -> !text.isEmpty());
    }

    /** As it is written down; empty where there is no end. */
    String until() {
        return validTo == null ? "" : validTo.toString();
    }
}
