package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A person's identity card: the name belongs to the number, and where a face was shown it is that person's. */
final class Police implements Witness {

    @Override
    public Optional<Lookup> lookup(String document, Enquiry enquiry) {
        if (!document.equals(Witnesses.IDENTITY) || !enquiry.isOf("person", "111")) {
            return Optional.empty();
        }
        JsonNode applicant = enquiry.applicant();
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.set("name", applicant.get("name"));
        question.set("idNo", applicant.get("idNo"));
        if (applicant.has("faceToken")) {
            question.set("faceToken", applicant.get("faceToken"));
        }
        return Optional.of(
                new Lookup(document, "identity.verify", question, reply -> meaning(reply, applicant.has("faceToken"))));
    }

    private static Testimony meaning(JsonNode reply, boolean shown) {
        if (!reply.path("match").asBoolean()) {
            return reply.path("found").asBoolean(true)
                    ? Testimony.against(Verdict.DIFFERS, Witnesses.NAME_DIFFERS)
                    : Testimony.of(Verdict.NOT_FOUND);
        }
        if (shown && !reply.has("faceMatch")) {
            return Testimony.of(Verdict.NOT_COMPARED);
        }
        return !shown || reply.path("faceMatch").asBoolean()
                ? Testimony.of(Verdict.OBTAINED)
                : Testimony.against(Verdict.DIFFERS, "face-differs");
    }
}
