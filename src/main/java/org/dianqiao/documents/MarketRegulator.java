package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** An enterprise's registration: it is there, goes on, and has the name that was given. */
final class MarketRegulator implements Witness {

    @Override
    public Optional<Lookup> lookup(String document, Enquiry enquiry) {
        if (!document.equals(Witnesses.IDENTITY) || !enquiry.isOf("enterprise", "001")) {
            return Optional.empty();
        }
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.set("uscc", enquiry.applicant().get("idNo"));
        question.set("name", enquiry.applicant().get("name"));
        return Optional.of(new Lookup(document, "enterprise.verify", question, MarketRegulator::meaning));
    }

    private static Verdict meaning(JsonNode reply) {
        if (!reply.path("found").asBoolean()) {
            return Verdict.NOT_FOUND;
        }
        if (!reply.path("status").asText().equals("active")) {
            return Verdict.NOT_VALID;
        }
        boolean differs = StreamSupport.stream(reply.path("warnings").spliterator(), false)
                .anyMatch(warning -> warning.asText().equals("name-differs"));
        return differs ? Verdict.DIFFERS : Verdict.OBTAINED;
    }
}
