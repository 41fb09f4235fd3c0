package org.dianqiao.lead;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.dianqiao.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was told of a lead on its way into the database and out of it: numbers stay exact, and it is sealed for its lead. */
@Component
class SealedLead {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String DETAILS = "details";
    private static final List<String> MEMBERS = List.of(DETAILS, "milestones", "answers", "withdrawn");

    private final Vault vault;

    SealedLead(Vault vault) {
        this.vault = vault;
    }

    byte[] lock(Lead lead) {
        byte[] clear = lead.told().json().toString().getBytes(StandardCharsets.UTF_8);
        return vault.lock(clear, place(lead.projectCode(), lead.leadNo()));
    }

    /** Of what is erased nothing is left. */
    ToldOfLead unlock(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("told");
        if (sealed != null && sealed.length == 0) {
            return ToldOfLead.nothing();
        }
        ObjectNode told = sealed == null
                ? clear(row)
                : (ObjectNode)
                        json(vault.unlock(sealed, place(row.getString("project_code"), row.getString("lead_no"))));
        return new ToldOfLead(told.has(DETAILS) ? ofOneOrigin(told, row) : told);
    }

    /** A lead from before the vault. */
    private static ObjectNode clear(ResultSet row) throws SQLException {
        ObjectNode told = JSON.createObjectNode();
        for (String member : MEMBERS) {
            String text = row.getString(member);
            if (text != null) {
                told.set(member, json(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return told;
    }

    /** A lead from when the approval platform was the only one to tell of them. */
    private static ObjectNode ofOneOrigin(ObjectNode told, ResultSet row) throws SQLException {
        ObjectNode project = (ObjectNode) told.remove(DETAILS);
        told.putArray("origins").add(Origin.PROJECT.written());
        if (!project.has("incomplete")) {
            project.put("projectCode", row.getString("project_code")).put("regionCode", row.getString("region_code"));
            told.putObject("tellings").set(Origin.PROJECT.written(), project);
        }
        return told;
    }

    private static String place(@Nullable String projectCode, String leadNo) {
        return "lead " + (projectCode == null ? leadNo : projectCode);
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
