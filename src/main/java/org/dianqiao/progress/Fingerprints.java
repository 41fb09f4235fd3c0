package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.dianqiao.vault.Digests;
import org.springframework.stereotype.Component;

/** By what an application is recognised when it is made again: applicant, site and capacity, digested under a key. */
@Component
class Fingerprints {

    private final Digests digests;

    Fingerprints(Digests digests) {
        this.digests = digests;
    }

    /** How blanks, letters and zeros are written makes no other application of it. */
    byte[] of(JsonNode application) {
        JsonNode site = application.path("site");
        String place = site.has("unitNo")
                ? site.path("unitNo").asText()
                : site.path("regionCode").asText() + " " + site.path("address").asText();
        String capacity = application
                .path("capacityKw")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
        return digests.of(
                String.join("\n", plain(application.at("/applicant/idNo").asText()), plain(place), capacity));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
