package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.dianqiao.codes.CodeTable;
import org.jspecify.annotations.Nullable;

/** Electronic licences 电子证照 that weigh as much as the paper: `mappings/codes/document-licences.csv` says which. */
final class LicenceService implements Witness {

    /** Somebody has decided so; one that has only run out speaks against nothing. */
    private static final Set<String> TAKEN_AWAY = Set.of("revoked", "suspended");

    private final CodeTable licences;

    LicenceService(CodeTable licences) {
        this.licences = licences;
    }

    /** A licence does not say where a property lies: only the number of its certificate tells that it is this one. */
    @Override
    public Optional<Lookup> lookup(String document, Enquiry enquiry) {
        boolean property = document.equals(Witnesses.PROPERTY);
        List<String> types = types(document, enquiry.applicant().path("kind").asText());
        if (types.isEmpty() || (property && !enquiry.site().has("certNo"))) {
            return Optional.empty();
        }
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.set("holder", Witnesses.person(enquiry.applicant()));
        types.forEach(question.withArray("types")::add);
        return Optional.of(new Lookup(
                document, "licence.lookup", question, reply -> meaning(reply, property ? enquiry.site() : null)));
    }

    private List<String> types(String document, String holder) {
        return licences.rows().stream()
                .filter(row -> row.text("document").equals(document))
                .filter(row -> List.of(holder, "any").contains(row.text("holder")))
                .map(CodeTable.Row::code)
                .limit(10)
                .toList();
    }

    private static Testimony meaning(JsonNode reply, @Nullable JsonNode site) {
        List<JsonNode> found = StreamSupport.stream(reply.path("licences").spliterator(), false)
                .filter(licence ->
                        site == null || Witnesses.isSameCertificate(site.path("certNo"), licence.path("number")))
                .toList();
        if (found.isEmpty()) {
            return Testimony.of(Verdict.NOT_FOUND);
        }
        List<String> states =
                found.stream().map(licence -> licence.path("status").asText()).toList();
        if (states.contains("valid")) {
            return Testimony.of(Verdict.OBTAINED);
        }
        return states.stream()
                .filter(TAKEN_AWAY::contains)
                .findFirst()
                .map(state -> Testimony.against(Verdict.NOT_VALID, "licence-" + state))
                .orElseGet(() -> Testimony.of(Verdict.NOT_VALID));
    }
}
