package org.dianqiao.progress;

import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what became of the cases that were opened in a time and a region. */
@Repository
class SupervisionStore {

    private static final String CASES = """
            WITH c AS (
                SELECT case_no, kind, open FROM casefile
                WHERE opened_at >= :from AND opened_at < :until AND starts_with(region_code, :region))
            """;

    /** What the customer has to take part in; the application itself is one more. */
    private static final List<String> LINKS = List.of(
            "scheme-answered",
            "design-reviewed",
            "mid-inspected",
            "customer-works",
            "completion-inspected",
            "connected");

    private final JdbcClient jdbc;

    SupervisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param region the digits with which its division codes begin */
    record Asked(Instant from, Instant until, String region) {}

    /** @param attested in which something was said that the gateway wrote down */
    record Count(String kind, long all, long open, long attested) {}

    record Time(String customerClass, String stage, long count, Figures workingDays, Figures hours) {}

    /** @param ninth nine in ten take no longer */
    record Figures(double mean, double ninth) {

        static Figures of(ResultSet row, String name) throws SQLException {
            return new Figures(row.getDouble("mean_" + name), row.getDouble("ninth_" + name));
        }
    }

    record Extent(String customerClass, long cases, long connected, long ended, double documents, double links) {}

    record Punctual(String side, String about, long inTime, long late) {}

    List<Count> counts(Asked asked) {
        return with(asked, """
                SELECT kind, count(*) AS all, count(*) FILTER (WHERE open) AS open, count(a.case_no) AS attested
                FROM c LEFT JOIN (SELECT DISTINCT case_no
                                  FROM c JOIN case_event USING (case_no) JOIN ledger_entry ON ledger_entry.id = entry
                                  WHERE direction = 'in'
                                    AND position('"attested"'::bytea IN manifest) > 0) a USING (case_no)
                GROUP BY kind ORDER BY kind
                """)
                .query((row, n) -> new Count(
                        row.getString("kind"), row.getLong("all"), row.getLong("open"), row.getLong("attested")))
                .list();
    }

    /** Of stages that are over, and of which is known when they began. */
    List<Time> times(Asked asked) {
        return with(asked, """
                SELECT customer_class, stage, count(*) AS count,
                       avg(working_days) AS mean_days,
                       percentile_disc(0.9) WITHIN GROUP (ORDER BY working_days) AS ninth_days,
                       avg(hours) AS mean_hours, percentile_disc(0.9) WITHIN GROUP (ORDER BY hours) AS ninth_hours
                FROM c JOIN supply USING (case_no) JOIN supply_stage USING (case_no)
                WHERE hours IS NOT NULL
                GROUP BY customer_class, stage ORDER BY customer_class, stage
                """)
                .query((row, n) -> new Time(
                        row.getString("customer_class"),
                        row.getString("stage"),
                        row.getLong("count"),
                        Figures.of(row, "days"),
                        Figures.of(row, "hours")))
                .list();
    }

    /**
     * The links are counted case by case: joined as a whole they would be compared each with each, wherever it is not known
     * beforehand how many cases there are.
     */
    List<Extent> extents(Asked asked) {
        return with(asked, """
                SELECT customer_class, count(*) AS cases, count(connected_at) AS connected,
                       count(*) FILTER (WHERE ended_at IS NOT NULL AND connected_at IS NULL) AS ended,
                       avg(documents) AS documents, 1 + avg(links) AS links
                FROM (SELECT supply.*, (SELECT count(*) FROM supply_stage
                                        WHERE supply_stage.case_no = c.case_no AND stage = ANY (:links)) AS links
                      FROM c JOIN supply USING (case_no)) AS each
                GROUP BY customer_class ORDER BY customer_class
                """)
                .param("links", LINKS.toArray(String[]::new))
                .query((row, n) -> new Extent(
                        row.getString("customer_class"),
                        row.getLong("cases"),
                        row.getLong("connected"),
                        row.getLong("ended"),
                        row.getDouble("documents"),
                        row.getDouble("links")))
                .list();
    }

    /** Deadlines that are met, or are not and over. Those of applications put away without power were met by nobody. */
    List<Punctual> punctual(Asked asked, Instant now) {
        return with(asked, """
                SELECT side, CASE WHEN side = 'utility' THEN about ELSE side END AS what,
                       count(*) FILTER (WHERE met_at < due_at) AS in_time,
                       count(*) FILTER (WHERE coalesce(met_at, :now) >= due_at) AS late
                FROM c JOIN deadline USING (case_no) LEFT JOIN supply USING (case_no)
                WHERE due_at IS NOT NULL AND (ended_at IS NULL OR connected_at IS NOT NULL)
                GROUP BY side, what ORDER BY side, what
                """)
                .param("now", utc(now))
                .query((row, n) -> new Punctual(
                        row.getString("side"), row.getString("what"), row.getLong("in_time"), row.getLong("late")))
                .list();
    }

    Map<String, Long> findings(Asked asked) {
        Map<String, Long> counted = new LinkedHashMap<>();
        with(asked, "SELECT f.kind, count(*) AS count FROM c JOIN finding f USING (case_no) GROUP BY f.kind")
                .query((row, n) -> Map.entry(row.getString("kind"), row.getLong("count")))
                .list()
                .forEach(each -> counted.put(each.getKey(), each.getValue()));
        return counted;
    }

    private JdbcClient.StatementSpec with(Asked asked, String counting) {
        return jdbc.sql(CASES + counting)
                .param("from", utc(asked.from()))
                .param("until", utc(asked.until()))
                .param("region", asked.region());
    }
}
