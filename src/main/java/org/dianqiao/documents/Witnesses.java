package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dianqiao.codes.CertificateNumber;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.files.Watched;
import org.springframework.stereotype.Component;

/** Who is asked for which paper. */
@Component
class Witnesses {

    static final String IDENTITY = "identity-proof";
    static final String PROPERTY = "property-proof";
    static final String NAME_DIFFERS = "name-differs";

    private final Watched<CodeTables> tables;

    Witnesses(Watched<CodeTables> tables) {
        this.tables = tables;
    }

    /** A register before the licence service: what stands in a register is the later word. */
    List<Lookup> lookups(Enquiry enquiry, Set<String> documents) {
        CodeTables codes = tables.current();
        List<Witness> witnesses = List.of(
                new Police(),
                new MarketRegulator(),
                new Registry(codes.divisions()),
                new LicenceService(codes.documentLicences()));
        return documents.stream()
                .flatMap(document -> witnesses.stream().flatMap(witness -> witness.lookup(document, enquiry).stream()))
                .toList();
    }

    /** However they are printed; what can be no number is none. */
    static boolean isSameCertificate(JsonNode one, JsonNode other) {
        String first = one.asText();
        String second = other.asText();
        return !CertificateNumber.check(first).isWrong()
                && !CertificateNumber.check(second).isWrong()
                && CertificateNumber.of(first).equals(CertificateNumber.of(second));
    }

    /** What a witness needs to know of a person, and nothing else. */
    static ObjectNode person(JsonNode applicant) {
        ObjectNode person = applicant.deepCopy();
        return person.retain(Stream.of("kind", "name", "idType", "idNo").toList());
    }
}
