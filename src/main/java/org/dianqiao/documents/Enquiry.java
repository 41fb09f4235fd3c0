package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.dianqiao.policy.Facts;

/** What a utility asks: of which customer, at which stage, what they have brought and what is on file. */
record Enquiry(JsonNode payload) {

    /** The division that somebody is of, and two characters more. */
    private static final int ENOUGH = 8;

    String region() {
        return payload.path("regionCode").asText();
    }

    String stage() {
        return payload.path("stage").asText();
    }

    JsonNode applicant() {
        return payload.path("applicant");
    }

    JsonNode site() {
        return payload.path("site");
    }

    Facts facts() {
        return Facts.of(payload);
    }

    Set<String> offered() {
        return StreamSupport.stream(payload.path("offered").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The papers on file with the utility that are still valid on a day. */
    Set<String> onFile(LocalDate day) {
        return StreamSupport.stream(payload.path("onFile").spliterator(), false)
                .filter(paper -> !paper.has("validTo")
                        || !LocalDate.parse(paper.path("validTo").asText()).isBefore(day))
                .map(paper -> paper.path("type").asText())
                .collect(Collectors.toSet());
    }

    boolean isOf(String kind, String idType) {
        return applicant().path("kind").asText().equals(kind)
                && applicant().path("idType").asText().equals(idType);
    }

    /** By the number: registers write names in more than one way. Of a masked one what is to be seen of it, if it is enough. */
    boolean isApplicant(JsonNode person) {
        String number = applicant().path("idNo").asText();
        String written = person.path("idNo").asText();
        if (!person.path("masked").asBoolean()) {
            return number.equalsIgnoreCase(written);
        }
        boolean agrees = IntStream.range(0, written.length())
                .allMatch(i -> written.charAt(i) == '*' || number.regionMatches(true, i, written, i, 1));
        return agrees
                && written.length() == number.length()
                && written.replace("*", "").length() >= ENOUGH;
    }
}
