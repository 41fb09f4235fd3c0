package org.dianqiao.lead;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeadStore {

    /** Of a site about a kilometre is left: a district's map needs no more, and nobody's house is found by it. */
    private static final int DECIMALS = 2;

    private final JdbcClient jdbc;
    private final SealedLead sealed;

    LeadStore(JdbcClient jdbc, SealedLead sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** False: the project has a lead already; of two at once the second waits here for the first. */
    boolean add(Lead lead, Set<String> marks) {
        return jdbc.sql("""
                WITH added AS (
                    INSERT INTO lead (lead_no, origin, project_code, region_code, utility, state, application_no, told, lon,
                                      lat, received_at, changed_at, project_withdrawn)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (project_code) DO NOTHING RETURNING lead_no),
                marked AS (
                    INSERT INTO lead_mark (mark, lead_no, coded)
                    SELECT decode(m, 'hex'), lead_no, ? FROM added, unnest(?::text[]) AS m)
                SELECT count(*) FROM added
                """)
                        .params(lead.leadNo(), lead.origin().written(), lead.projectCode(), lead.regionCode())
                        .params(lead.utility(), lead.state(), lead.applicationNo(), sealed.lock(lead))
                        .params(coordinate(lead, "lon"), coordinate(lead, "lat"))
                        .params(utc(lead.receivedAt()), utc(lead.receivedAt()), isWithdrawn(lead))
                        .param(lead.projectCode() != null)
                        .param(marks.toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void save(Lead lead, Instant now) {
        jdbc.sql("""
                UPDATE lead SET project_code = ?, region_code = ?, utility = ?, state = ?, application_no = ?, told = ?,
                                lon = ?, lat = ?, changed_at = ?, project_withdrawn = ?, erased_at = NULL,
                                details = NULL, milestones = NULL, answers = NULL, withdrawn = NULL
                WHERE lead_no = ?
                """)
                .params(lead.projectCode(), lead.regionCode(), lead.utility(), lead.state())
                .params(lead.applicationNo(), sealed.lock(lead), coordinate(lead, "lon"), coordinate(lead, "lat"))
                .params(utc(now), isWithdrawn(lead), lead.leadNo())
                .update();
    }

    /** It is an older one from now on, and so are those that it was before; what was told of it stands there. */
    void close(Lead younger, Lead older, Instant now) {
        jdbc.sql("""
                UPDATE lead SET project_code = NULL, state = 'merged', merged_into = :older, application_no = NULL,
                                told = '', lon = NULL, lat = NULL, changed_at = :now, erased_at = :now,
                                details = NULL, milestones = NULL, answers = NULL, withdrawn = NULL
                WHERE lead_no = :younger OR merged_into = :younger
                """)
                .param("younger", younger.leadNo())
                .param("older", older.leadNo())
                .param("now", utc(now))
                .update();
    }

    void seal(Lead lead) {
        jdbc.sql("""
                UPDATE lead SET told = ?, details = NULL, milestones = NULL, answers = NULL, withdrawn = NULL
                WHERE lead_no = ?
                """).params(sealed.lock(lead), lead.leadNo()).update();
    }

    /**
     * Those of a project, and those that bear one of these marks and no other project's code, held until the transaction
     * ends, so that two tellings of one come one after the other; the oldest first. Asked for by number alone: that none is
     * merged would invite the index of the newest, which is read from end to end.
     */
    List<Lead> hold(@Nullable String projectCode, Set<String> marks) {
        String uncoded = projectCode == null ? "" : "AND NOT coded";
        return jdbc
                .sql("""
                SELECT * FROM lead
                WHERE lead_no = ANY (ARRAY(SELECT lead_no FROM lead WHERE project_code = :code
                                           UNION ALL SELECT lead_no FROM lead_mark
                                                 WHERE mark = ANY (ARRAY(SELECT decode(m, 'hex')
                                                                         FROM unnest(:marks::text[]) AS m)) %s))
                ORDER BY received_at, lead_no FOR UPDATE
                """.formatted(uncoded))
                .param("code", projectCode)
                .param("marks", marks.toArray(String[]::new))
                .query(this::lead)
                .list()
                .stream()
                .filter(lead -> lead.mergedInto() == null && Joining.agree(lead.projectCode(), projectCode))
                .toList();
    }

    Optional<Lead> holdByProject(String projectCode) {
        return one("SELECT * FROM lead WHERE project_code = ? FOR UPDATE", projectCode);
    }

    /** The one that it is now, if it turned out to be another. */
    Optional<Lead> holdByNo(String leadNo) {
        return now(one("SELECT * FROM lead WHERE lead_no = ? FOR UPDATE", leadNo), this::holdByNo);
    }

    Optional<Lead> byProject(String projectCode) {
        return one("SELECT * FROM lead WHERE project_code = ?", projectCode);
    }

    Optional<Lead> byNo(String leadNo) {
        return now(one("SELECT * FROM lead WHERE lead_no = ?", leadNo), this::byNo);
    }

    /** Some that stand in clear, from before the vault, held against other nodes. */
    List<Lead> holdClear(int most) {
        return jdbc.sql("SELECT * FROM lead WHERE told IS NULL ORDER BY lead_no LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(most)
                .query(this::lead)
                .list();
    }

    private static Optional<Lead> now(Optional<Lead> found, Function<String, Optional<Lead>> other) {
        return found.flatMap(lead -> lead.mergedInto() == null ? Optional.of(lead) : other.apply(lead.mergedInto()));
    }

    private Optional<Lead> one(String sql, String key) {
        return jdbc.sql(sql).param(key).query(this::lead).optional();
    }

    Lead lead(ResultSet row, int n) throws SQLException {
        return new Lead(
                row.getString("lead_no"),
                Origin.named(row.getString("origin")),
                row.getString("project_code"),
                row.getString("region_code"),
                row.getString("utility"),
                row.getString("state"),
                row.getString("application_no"),
                row.getString("merged_into"),
                sealed.unlock(row),
                instant(row, "received_at"));
    }

    private static boolean isWithdrawn(Lead lead) {
        return lead.told().withdrawn().isPresent();
    }

    private static @Nullable BigDecimal coordinate(Lead lead, String name) {
        JsonNode degrees =
                Details.of(lead.told(), lead.regionCode()).path("site").path(name);
        return degrees.isNumber() ? degrees.decimalValue().setScale(DECIMALS, RoundingMode.HALF_EVEN) : null;
    }
}
