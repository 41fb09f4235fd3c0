package org.dianqiao.casework;

import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.Stop;
import org.dianqiao.policy.Warnings.Colour;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Deadlines, and when each of them wants to be looked at next. */
@Repository
class DeadlineStore {

    static final String COLUMNS =
            "about, title_zh, title_en, side, responsible, rule, began, allowed, stops, raised, due_at, look_at, reckoned_with";
    /** Deadlines as {@link #bind} gives them. */
    static final String GIVEN = """
            SELECT about, title_zh, title_en, side, responsible, rule, began, allowed, stops, 0 AS raised, due_at, look_at,
                   :edition AS reckoned_with
            FROM unnest(:duty::text[], :zh::text[], :en::text[], :side::text[], :responsible::text[], :rule::text[],
                        :began::timestamptz[], :allowed::text[], :stops::text[], :due::timestamptz[], :look::timestamptz[])
                 AS given (about, title_zh, title_en, side, responsible, rule, began, allowed, stops, due_at, look_at)
            """;

    private static final String ADD = """
            WITH added AS (
                INSERT INTO deadline (case_no, %s) SELECT :case, %s FROM (%s) AS fresh RETURNING due_at, responsible)
            UPDATE casefile SET due_at = least(due_at, (SELECT min(due_at) FROM added)),
                owed_by = ARRAY(SELECT unnest(owed_by) UNION SELECT responsible FROM added ORDER BY 1)
            WHERE case_no = :case
            """.formatted(COLUMNS, COLUMNS, GIVEN);

    private final JdbcClient jdbc;

    DeadlineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A deadline with what it comes to. */
    record Reckoned(
            Deadline deadline, Timing timing, @Nullable Instant look) {}

    /** All in one statement, and what the board shows of their case with it. */
    void add(String caseNo, List<Reckoned> fresh, String edition) {
        bind(jdbc.sql(ADD).param("case", caseNo), fresh, edition).update();
    }

    static StatementSpec bind(StatementSpec statement, List<Reckoned> fresh, String edition) {
        return statement
                .param("edition", edition)
                .param("duty", texts(fresh, each -> each.deadline().about()))
                .param("zh", texts(fresh, each -> each.deadline().title().zh()))
                .param("en", texts(fresh, each -> each.deadline().title().en()))
                .param("side", texts(fresh, each -> each.deadline().side().written()))
                .param("responsible", texts(fresh, each -> each.deadline().responsible()))
                .param("rule", texts(fresh, each -> each.deadline().rule()))
                .param("began", texts(fresh, each -> each.deadline().began().toString()))
                .param("allowed", texts(fresh, each -> each.deadline().limit().toString()))
                .param("stops", texts(fresh, each -> written(each.deadline().stops())))
                .param("due", texts(fresh, each -> text(each.timing().end())))
                .param("look", texts(fresh, each -> text(each.look())));
    }

    private static String[] texts(List<Reckoned> fresh, Function<Reckoned, @Nullable String> member) {
        return fresh.stream().map(member).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    void save(Deadline deadline, Timing timing, @Nullable Instant look, String edition) {
        jdbc.sql("""
                UPDATE deadline SET responsible = ?, began = ?, stops = ?, raised = ?, due_at = ?, look_at = ?, reckoned_with = ?,
                                    met_at = ?
                WHERE case_no = ? AND about = ?
                """)
                .params(
                        deadline.responsible(),
                        time(deadline.began()),
                        written(deadline.stops()),
                        rank(deadline.raised()))
                .params(time(timing.end()), time(look), edition, time(deadline.met()))
                .params(deadline.caseNo(), deadline.about())
                .update();
    }

    /** In the order in which they were set. */
    List<Deadline> of(String caseNo) {
        return jdbc.sql("SELECT * FROM deadline WHERE case_no = ? ORDER BY id")
                .param(caseNo)
                .query(DeadlineStore::deadline)
                .list();
    }

    /** What is still owed in these cases, of each what is due first coming first. */
    List<Deadline> owed(Collection<String> cases) {
        return jdbc.sql("""
                SELECT * FROM deadline WHERE case_no = ANY (?) AND met_at IS NULL
                ORDER BY case_no, due_at NULLS LAST, id
                """)
                .param(cases.toArray(String[]::new))
                .query(DeadlineStore::deadline)
                .list();
    }

    /** What the board shows of the case: the strongest warning of what is still owed, what is due next, and who owes. */
    void summarize(String caseNo) {
        jdbc.sql("""
                UPDATE casefile SET (colour, due_at, owed_by) =
                    (SELECT coalesce(max(raised), 0), min(due_at), coalesce(array_agg(DISTINCT responsible), '{}')
                     FROM deadline WHERE deadline.case_no = casefile.case_no AND met_at IS NULL)
                WHERE case_no = ?
                """).param(caseNo).update();
    }

    /** Cases with a deadline whose next moment has come. */
    List<String> toLookAt(Instant now, int most) {
        return jdbc.sql("SELECT case_no FROM deadline WHERE look_at <= ? ORDER BY look_at LIMIT ?")
                .params(time(now), most)
                .query(String.class)
                .list();
    }

    /** One that cannot be looked at now must not hold up the others. */
    void postpone(String caseNo, Instant until, String edition) {
        jdbc.sql("UPDATE deadline SET look_at = ?, reckoned_with = ? WHERE case_no = ? AND met_at IS NULL")
                .params(time(until), edition, caseNo)
                .update();
    }

    /** Cases whose deadlines were reckoned with another calendar than this. */
    List<String> reckonedOtherwise(String edition, int most) {
        return jdbc.sql("""
                (SELECT case_no FROM deadline WHERE met_at IS NULL AND reckoned_with < :edition LIMIT :most)
                UNION ALL
                (SELECT case_no FROM deadline WHERE met_at IS NULL AND reckoned_with > :edition LIMIT :most)
                """)
                .param("edition", edition)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static Deadline deadline(ResultSet row, int n) throws SQLException {
        int raised = row.getInt("raised");
        OffsetDateTime met = row.getObject("met_at", OffsetDateTime.class);
        return new Deadline(
                row.getString("case_no"),
                row.getString("about"),
                new Wording(row.getString("title_zh"), row.getString("title_en")),
                Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                row.getString("responsible"),
                row.getString("rule"),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                Limit.of(row.getString("allowed")),
                stops(row.getString("stops")),
                Colour.ranked(raised).orElse(null),
                met == null ? null : met.toInstant());
    }

    private static int rank(@Nullable Colour colour) {
        return colour == null ? 0 : colour.rank();
    }

    /** `2026-11-02/2026-11-05 2026-11-09/`: the last one goes on. */
    private static String written(List<Stop> stops) {
        return stops.stream()
                .map(stop -> stop.from() + "/" + (stop.to() == null ? "" : stop.to()))
                .collect(Collectors.joining(" "));
    }

    private static List<Stop> stops(String written) {
        return Stream.of(written.split(" "))
                .filter(stop -> !stop.isEmpty())
                .map(DeadlineStore::stop)
                .toList();
    }

    private static Stop stop(String written) {
        String[] days = written.split("/", -1);
        return new Stop(LocalDate.parse(days[0]), days[1].isEmpty() ? null : LocalDate.parse(days[1]));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
