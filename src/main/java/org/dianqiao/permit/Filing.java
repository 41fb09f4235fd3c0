package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.CreditCode;

/** A filing 申报, in the words of permit.filed. */
record Filing(JsonNode told) {

    /** Codes with a wrong check have been issued for real: a register must decide, not we. Whoever gets it sees that it is open. */
    Filing marked() {
        ObjectNode marked = told.deepCopy();
        Stream.of("applicant", "contractor")
                .map(marked::path)
                .filter(Filing::isSuspect)
                .forEach(person -> ((ObjectNode) person).put("suspect", true));
        return new Filing(marked);
    }

    private static boolean isSuspect(JsonNode person) {
        return person.path("idType").asText().equals("001")
                && CreditCode.check(person.path("idNo").asText()).verdict() != Verdict.VALID;
    }

    /** However the numbers are written, and in whatever order the members stand. */
    boolean saysTheSameAs(Filing other) {
        return told.equals(Filing::compared, other.told);
    }

    private static int compared(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

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
