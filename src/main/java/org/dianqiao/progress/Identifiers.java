package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.CreditCode;
import org.dianqiao.exchange.Remark.Verified.Identifier;

/**
 * The identifiers in an application, and how they stand to their checks. What is wrong for certain was refused; of credit
 * codes with a wrong check some have been issued for real, so a register must decide.
 */
record Identifiers(JsonNode application) {

    private static final String HOLDER = "/applicant/idNo";
    private static final List<String> OTHERS = List.of("/projectCode", "/site/unitNo");

    List<Identifier> checked() {
        Stream<Identifier> others = OTHERS.stream().filter(this::has).map(pointer -> new Identifier(pointer, false));
        return Stream.concat(holder(), others).toList();
    }

    /** Where those stand that failed. */
    List<String> suspect() {
        return checked().stream()
                .filter(Identifier::suspect)
                .map(Identifier::pointer)
                .toList();
    }

    /** Of what else a person may show, as a passport, there is no check. */
    private Stream<Identifier> holder() {
        return switch (application.at("/applicant/idType").asText()) {
            case "001" -> Stream.of(new Identifier(HOLDER, failsItsCheck()));
            case "111" -> Stream.of(new Identifier(HOLDER, false));
            default -> Stream.empty();
        };
    }

    private boolean failsItsCheck() {
        return CreditCode.check(application.at(HOLDER).asText()).verdict() != Verdict.VALID;
    }

    private boolean has(String pointer) {
        return !application.at(pointer).isMissingNode();
    }
}
