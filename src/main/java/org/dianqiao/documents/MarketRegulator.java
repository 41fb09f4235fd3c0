package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** An enterprise's registration: it is there, goes on, and has the name that was given. */
final class MarketRegulator implements Witness {

    /** Of the others some go on elsewhere, and some say nothing that can be relied on. */
    private static final Set<String> ENDED = Set.of("licence-revoked", "deregistered", "annulled");

    @Override
    public Optional<Lookup> lookup(String document, Enquiry enquiry) {
        if (!document.equals(Witnesses.IDENTITY) || !enquiry.isOf("enterprise", "001")) {
            return Optional.empty();
        }
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("uscc", enquiry.applicant().path("idNo").asText().toUpperCase(Locale.ROOT));
        question.set("name", enquiry.applicant().get("name"));
        return Optional.of(new Lookup(document, "enterprise.verify", question, MarketRegulator::meaning));
    }

    private static Testimony meaning(JsonNode reply) {
        if (!reply.path("found").asBoolean()) {
            return Testimony.of(Verdict.NOT_FOUND);
        }
        String status = reply.path("status").asText();
        if (ENDED.contains(status)) {
            return Testimony.against(Verdict.NOT_VALID, status);
        }
        if (!status.equals("active")) {
            return Testimony.of(Verdict.NOT_VALID);
        }
        boolean differs = StreamSupport.stream(reply.path("warnings").spliterator(), false)
                .anyMatch(warning -> warning.asText().equals(Witnesses.NAME_DIFFERS));
        return differs ? Testimony.against(Verdict.DIFFERS, Witnesses.NAME_DIFFERS) : Testimony.of(Verdict.OBTAINED);
    }
}
