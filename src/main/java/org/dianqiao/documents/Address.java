package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import org.dianqiao.codes.CodeTable.Row;
import org.dianqiao.codes.Divisions;
import org.dianqiao.codes.Region;

/** An address as far as two ways of writing it are compared: without blanks, and without the divisions that it lies in. */
record Address(String text) {

    static Address of(JsonNode site, Divisions divisions) {
        return of(site.path("address").asText(), site, divisions);
    }

    /** `site`: in whose division it is looked for. */
    static Address of(String written, JsonNode site, Divisions divisions) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}、，。]", "");
        for (Row division : divisions.path(Region.of(site.path("regionCode").asText()))) {
            text = text.startsWith(division.zh()) ? text.substring(division.zh().length()) : text;
        }
        return new Address(text);
    }
}
