package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A filing 申报, in the words of permit.filed. */
record Filing(JsonNode told) {

    String number() {
        return told.path("filingNo").asText();
    }

    String region() {
        return told.path("regionCode").asText();
    }

    JsonNode works() {
        return told.path("works");
    }

    JsonNode applicant() {
        return told.path("applicant");
    }

    JsonNode site() {
        return told.path("site");
    }

    Optional<String> applicationNo() {
        return Optional.ofNullable(told.path("applicationNo").asText(null));
    }

    Optional<LocalDate> day(String member) {
        return Optional.ofNullable(told.path(member).asText(null)).map(LocalDate::parse);
    }

    /** The builder takes the other path that the rule leaves open. */
    boolean takesTheOtherPath() {
        return told.has("instead");
    }

    Set<String> papers() {
        Set<String> types = new HashSet<>();
        told.path("documents").forEach(paper -> types.add(paper.path("type").asText()));
        return types;
    }

    List<String> commitments() {
        return StreamSupport.stream(told.path("commitments").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
