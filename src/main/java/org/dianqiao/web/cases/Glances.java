package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.springframework.stereotype.Component;

/**
 * Finds a case for whoever knows its number and the end of the applicant's. That a number exists must not be told to
 * who knows only that, and not by the time which the answer takes either: where there is no such case another one is
 * opened, looked at in the same way, and found not to fit.
 */
@Component
class Glances {

    static final int DIGITS = 4;

    private final GlanceStore store;
    private final Cases cases;
    private final Folders folders;
    private final CaseWording words;

    Glances(GlanceStore store, Cases cases, Folders folders, CaseWording words) {
        this.store = store;
        this.cases = cases;
        this.folders = folders;
        this.words = words;
    }

    Optional<Glance> of(String number, String digits) {
        List<GlanceStore.Candidate> candidates = store.candidates(number);
        List<String> fitting = candidates.stream()
                .filter(each -> {
                    boolean fits = fits(each.caseNo(), digits);
                    return each.meant() && fits;
                })
                .map(GlanceStore.Candidate::caseNo)
                .toList();
        return fitting.stream().findFirst().flatMap(folders::masked).map(folder -> Glance.of(folder, words));
    }

    private boolean fits(String caseNo, String digits) {
        return cases.find(caseNo)
                .map(Casefile::told)
                .filter(told -> fits(told, digits))
                .isPresent();
    }

    private static boolean fits(JsonNode told, String digits) {
        String filing = told.at("/filing/applicant/idNo").asText();
        String number =
                filing.isEmpty() ? told.at("/application/applicant/idNo").asText() : filing;
        String end = number.substring(Math.max(0, number.length() - DIGITS));
        return end.length() == DIGITS && MessageDigest.isEqual(bytes(end), bytes(digits));
    }

    private static byte[] bytes(String text) {
        return text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
