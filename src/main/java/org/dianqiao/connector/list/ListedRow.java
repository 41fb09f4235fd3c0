package org.dianqiao.connector.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.Call;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.Translated;
import org.dianqiao.connector.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list, in our words where it has a meaning in them.
 *
 * @param fault why it has none
 */
record ListedRow(
        Listing listing,
        Row row,
        JsonNode asked,
        JsonNode words,
        @Nullable MappingFault fault) {

    private static final String JSON = "application/json";

    static ListedRow of(Listing listing, Row row, Dialects dialects) {
        JsonNode asked = MissingNode.getInstance();
        try {
            asked = listing.columns().values(row);
            return new ListedRow(listing, row, asked, dialects.understand(asked, listing.mapping()), null);
        } catch (MappingFault fault) {
            return new ListedRow(listing, row, asked, MissingNode.getInstance(), fault);
        }
    }

    /** Empty where it has none. */
    String projectCode() {
        return words.at("/payload/projectCode").asText();
    }

    String written() {
        return listing.columns().written(row, "projectCode");
    }

    /** For whoever runs the gateway. */
    String place() {
        return "row " + row.number();
    }

    /** The words by which a repeat is recognised. */
    String content() {
        return words.path("payload").toString();
    }

    /**
     * As what the partner's system said. From the second time on that a project is listed otherwise than before, it says
     * which time this is: a project that is again what it once was is news, and not a repeat.
     */
    Translated said(int revision) {
        JsonNode said = words;
        if (revision > 1) {
            said = words.deepCopy();
            ((ObjectNode) said.path("payload")).put("revision", revision);
        }
        return new Translated(call(), asked, said, fault);
    }

    /** For a reason that is not in the row itself. */
    Translated refused(MappingFault why) {
        return new Translated(call(), asked, MissingNode.getInstance(), why);
    }

    private Call call() {
        return listing.left().says(JSON, original());
    }

    private byte[] original() {
        ObjectNode original = JsonNodeFactory.instance
                .objectNode()
                .put("file", listing.left().name().text())
                .put("row", row.number());
        original.set("cells", listing.columns().original(row));
        return original.toString().getBytes(StandardCharsets.UTF_8);
    }

    Fate fate(Fate.Outcome outcome, String sentence) {
        return new Fate(row.number(), written(), outcome, sentence);
    }
}
