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

    /**
     * By the number: registers write names in more than one way. Of a masked one what is to be seen of it, if it is enough; a
     * neighbour's may look the same, so the name is looked at as well.
     */
    boolean isApplicant(JsonNode person) {
        String number = applicant().path("idNo").asText();
        String written = person.path("idNo").asText();
        if (!person.path("masked").asBoolean()) {
            return number.equalsIgnoreCase(written);
        }
        return agrees(written, number)
                && written.replace("*", "").length() >= ENOUGH
                && agrees(person.path("name").asText(), applicant().path("name").asText());
    }

    private static boolean agrees(String masked, String whole) {
        return masked.length() == whole.length()
                && IntStream.range(0, masked.length())
                        .allMatch(i -> masked.charAt(i) == '*' || whole.regionMatches(true, i, masked, i, 1));
    }
}
