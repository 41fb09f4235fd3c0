package org.dianqiao.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private final JdbcClient jdbc;

    LeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives a new lead its number, one that an official can read out: division, day, running number. Absent: the
     * project has a lead already; of two at once the second waits here for the first.
     */
    Optional<String> add(Lead lead) {
        return jdbc.sql("""
                INSERT INTO lead (lead_no, origin, project_code, region_code, utility, state, details, milestones,
                                  answers, withdrawn, received_at)
                VALUES (? || to_char(nextval('lead_number'), 'FM999999000000'), ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb,
                        ?::jsonb, ?::jsonb, ?)
                ON CONFLICT (project_code) DO NOTHING
                RETURNING lead_no
                """)
                .param("L%s-%s-".formatted(lead.regionCode(), DAY.format(lead.receivedAt())))
                .param(lead.origin())
                .param(lead.projectCode())
                .param(lead.regionCode())
                .param(lead.utility())
                .param(lead.state())
                .param(lead.details().toString())
                .param(lead.milestones().toString())
                .param(lead.answers().toString())
                .param(text(lead.withdrawn()))
                .param(lead.receivedAt().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void save(Lead lead) {
        jdbc.sql("""
                UPDATE lead SET region_code = ?, utility = ?, state = ?, details = ?::jsonb, milestones = ?::jsonb,
                                answers = ?::jsonb, withdrawn = ?::jsonb
                WHERE lead_no = ?
                """)
                .param(lead.regionCode())
                .param(lead.utility())
                .param(lead.state())
                .param(lead.details().toString())
                .param(lead.milestones().toString())
                .param(lead.answers().toString())
                .param(text(lead.withdrawn()))
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

    private Optional<Lead> one(String sql, String key) {
        return jdbc.sql(sql).param(key).query(LeadStore::lead).optional();
    }

    private static Lead lead(ResultSet row, int n) throws SQLException {
        String withdrawn = row.getString("withdrawn");
        return new Lead(
                row.getString("lead_no"),
                row.getString("origin"),
                row.getString("project_code"),
                row.getString("region_code"),
                row.getString("utility"),
                row.getString("state"),
                (ObjectNode) json(row.getString("details")),
                (ArrayNode) json(row.getString("milestones")),
                (ArrayNode) json(row.getString("answers")),
                withdrawn == null ? null : json(withdrawn),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(@Nullable JsonNode json) {
        return json == null ? null : json.toString();
    }
}
