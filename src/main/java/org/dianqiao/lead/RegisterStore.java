package org.dianqiao.lead;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianqiao.lead.LeadRegister.Mark;
import org.dianqiao.lead.LeadRegister.Place;
import org.dianqiao.lead.LeadRegister.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The register of leads. Each combination of conditions is a statement of its own: one plan would not do for all. */
@Repository
class RegisterStore {

    private static final String NUMBERED = """
            lead_no IN (SELECT coalesce(merged_into, lead_no) FROM lead WHERE lead_no = :number
                        UNION SELECT lead_no FROM lead WHERE project_code = :number
                        UNION SELECT lead_no FROM lead WHERE application_no = :number)\
            """;

    private static final String STANDING =
            "CASE WHEN project_withdrawn THEN '%s' ELSE state END".formatted(Wanted.WITHDRAWN);

    /** A frame around China, land and sea. The index of those beyond it has the same words. */
    private static final String IN_CHINA = "(lon BETWEEN 73 AND 136 AND lat BETWEEN 3 AND 54)";

    private final JdbcClient jdbc;
    private final LeadStore leads;

    RegisterStore(JdbcClient jdbc, LeadStore leads) {
        this.jdbc = jdbc;
        this.leads = leads;
    }

    List<Seen> page(Wanted wanted, @Nullable Mark after, int most) {
        String behind = after == null ? "" : " AND (received_at, lead_no) < (:at::timestamptz, :lead)";
        return about(wanted, """
                SELECT * FROM lead WHERE %s ORDER BY received_at DESC, lead_no DESC LIMIT :most
                """.formatted(conditions(wanted) + behind))
                .param("at", utc(after == null ? Instant.EPOCH : after.receivedAt()))
                .param("lead", after == null ? "" : after.leadNo())
                .param("most", most)
                .query((row, n) -> Seen.of(leads.lead(row, n), row.getBoolean("project_withdrawn")))
                .list();
    }

    List<Tally> tallies(Wanted wanted) {
        return about(wanted, """
                SELECT region_code, %s AS standing, count(*) AS leads FROM lead WHERE %s GROUP BY 1, 2 ORDER BY 1, 2
                """.formatted(STANDING, conditions(wanted)))
                .query((row, n) ->
                        new Tally(row.getString("region_code"), row.getString("standing"), row.getLong("leads")))
                .list();
    }

    List<Place> places(Wanted wanted, int most) {
        return about(wanted, """
                SELECT lon, lat, region_code, %s AS standing, count(*) AS leads, min(lead_no) AS lead_no FROM lead
                WHERE %s AND %s
                GROUP BY 1, 2, 3, 4 ORDER BY leads DESC, lead_no LIMIT :most
                """.formatted(STANDING, conditions(wanted), IN_CHINA))
                .param("most", most)
                .query((row, n) -> new Place(
                        row.getBigDecimal("lon"),
                        row.getBigDecimal("lat"),
                        row.getString("region_code"),
                        row.getString("standing"),
                        row.getLong("leads"),
                        row.getString("lead_no")))
                .list();
    }

    long astray(Wanted wanted) {
        return about(wanted, """
                SELECT count(*) FROM lead WHERE %s AND lon IS NOT NULL AND lat IS NOT NULL AND NOT %s
                """.formatted(conditions(wanted), IN_CHINA))
                .query(Long.class)
                .single();
    }

    Map<String, String> numbers(Collection<String> projectCodes) {
        Map<String, String> numbers = new HashMap<>();
        jdbc.sql("SELECT project_code, lead_no FROM lead WHERE project_code = ANY (?::text[])")
                .param(projectCodes.toArray(String[]::new))
                .query((row, n) -> numbers.put(row.getString(1), row.getString(2)))
                .list();
        return numbers;
    }

    private static String conditions(Wanted wanted) {
        return "merged_into IS NULL"
                + (wanted.number() == null ? "" : " AND " + NUMBERED)
                + (wanted.state() == null ? "" : " AND " + standing(wanted))
                + (wanted.region() == null ? "" : " AND region_code BETWEEN :first AND :last");
    }

    private static String standing(Wanted wanted) {
        return wanted.withdrawn() ? "project_withdrawn" : "state = :state AND NOT project_withdrawn";
    }

    private StatementSpec about(Wanted wanted, String sql) {
        return jdbc.sql(sql)
                .param("number", wanted.number())
                .param("state", wanted.state())
                .param("first", wanted.first())
                .param("last", wanted.last());
    }
}
