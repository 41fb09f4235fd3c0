package org.dianqiao.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate is to say. Everybody who holds it reads it, so no identity number and no telephone number is in it.
 *
 * @param region what the division is called
 * @param site where the works are
 * @param path what the path is called that the case took
 * @param results of the departments, in the order in which they stand in the table
 * @param duties what was promised, or is to be done, a sentence each
 * @param start when the works may begin, as a sentence
 * @param supersedes the identifier of the certificate of this case that this one takes the place of
 */
public record Draft(
        Kind kind,
        String caseNo,
        String filingNo,
        String region,
        String applicant,
        String site,
        List<Fact> works,
        String path,
        Basis basis,
        List<Result> results,
        List<String> duties,
        @Nullable String start,
        @Nullable String supersedes,
        Instant at) {

    /** To try the press. */
    static Draft ofNothing(Instant at) {
        return new Draft(
                Kind.SUMMARY,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                new Basis("", "", ""),
                List.of(),
                List.of(),
                null,
                null,
                at);
    }

    public Draft {
        works = List.copyOf(works);
        results = List.copyOf(results);
        duties = List.copyOf(duties);
    }

    /** One thing about the works, with its label. */
    public record Fact(String label, String value) {}

    /** The rule that gave the case its path, and the text it stands in. */
    public record Basis(String rule, String document, String clause) {}

    /**
     * What one department has answered.
     *
     * @param document the number of its decision 文号
     * @param licence the identifier of its licence
     * @param attested whether the gateway wrote it down 代签, for the department had signed nothing
     */
    public record Result(
            String department,
            String item,
            String outcome,
            @Nullable String document,
            @Nullable String licence,
            LocalDate on,
            boolean attested) {}
}
