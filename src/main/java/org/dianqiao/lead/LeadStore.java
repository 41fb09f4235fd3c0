package org.dianqiao.lead;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.dianqiao.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeadStore {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private static final List<String> MEMBERS = List.of("details", "milestones", "answers", "withdrawn");

    private final JdbcClient jdbc;
    private final Vault vault;

    LeadStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Gives a new lead its number, one that an official can read out: division, day, running number. Absent: the
     * project has a lead already; of two at once the second waits here for the first.
     */
    Optional<String> add(Lead lead) {
        return jdbc.sql("""
                INSERT INTO lead (lead_no, origin, project_code, region_code, utility, state, told, received_at)
                VALUES (? || to_char(nextval('lead_number'), 'FM999999000000'), ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (project_code) DO NOTHING
                RETURNING lead_no
                """)
                .param("L%s-%s-".formatted(lead.regionCode(), DAY.format(lead.receivedAt())))
                .param(lead.origin())
                .param(lead.projectCode())
                .param(lead.regionCode())
                .param(lead.utility())
                .param(lead.state())
                .param(sealed(lead))
                .param(lead.receivedAt().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void save(Lead lead) {
        jdbc.sql("""
                UPDATE lead SET region_code = ?, utility = ?, state = ?, told = ?,
                                details = NULL, milestones = NULL, answers = NULL, withdrawn = NULL
                WHERE lead_no = ?
                """)
                .param(lead.regionCode())
                .param(lead.utility())
                .param(lead.state())
                .param(sealed(lead))
                .param(lead.leadNo())
                .update();
    }

    /** Held until the transaction ends, so that two tellings of one project come one after the other. */
    Optional<Lead> holdByProject(String projectCode) {
        return one("SELECT * FROM lead WHERE project_code = ? FOR UPDATE", projectCode);
    }

    Optional<Lead> holdByNo(String leadNo) {
        return one("SELECT * FROM lead WHERE lead_no = ? FOR UPDATE", leadNo);
    }

    Optional<Lead> byProject(String projectCode) {
        return one("SELECT * FROM lead WHERE project_code = ?", projectCode);
    }

    Optional<Lead> byNo(String leadNo) {
        return one("SELECT * FROM lead WHERE lead_no = ?", leadNo);
    }

    /** Some that stand in clear, from before the vault, held against other nodes. */
    List<Lead> holdClear(int most) {
        return jdbc.sql("SELECT * FROM lead WHERE told IS NULL ORDER BY lead_no LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(most)
                .query(this::lead)
                .list();
    }

    private Optional<Lead> one(String sql, String key) {
        return jdbc.sql(sql).param(key).query(this::lead).optional();
    }

    private Lead lead(ResultSet row, int n) throws SQLException {
        String projectCode = row.getString("project_code");
        byte[] sealed = row.getBytes("told");
        ObjectNode told = sealed == null ? clear(row) : (ObjectNode) json(vault.unlock(sealed, place(projectCode)));
        return new Lead(
                row.getString("lead_no"),
                row.getString("origin"),
                projectCode,
                row.getString("region_code"),
                row.getString("utility"),
                row.getString("state"),
                (ObjectNode) told.get("details"),
                (ArrayNode) told.get("milestones"),
                (ArrayNode) told.get("answers"),
                told.get("withdrawn"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
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

    private byte[] sealed(Lead lead) {
        ObjectNode told = JSON.createObjectNode();
        told.set("details", lead.details());
        told.set("milestones", lead.milestones());
        told.set("answers", lead.answers());
        if (lead.withdrawn() != null) {
            told.set("withdrawn", lead.withdrawn());
        }
        return vault.lock(told.toString().getBytes(StandardCharsets.UTF_8), place(lead.projectCode()));
    }

    private static String place(String projectCode) {
        return "lead " + projectCode;
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
