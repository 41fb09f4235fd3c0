package org.dianqiao.web.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.codes.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The board. Which cases are shown is found and counted in an index alone; only the rows of one page are read. Each
 * combination of conditions is a statement of its own: one plan for all of them would be a bad plan for each. How many rows
 * a page has stands in the statement, for a plan that does not know it reads a tenth of all cases.
 */
@Repository
class BoardStore {

    private static final String ALL = "case_no, kind, number, region_code, state, open, opened_at, colour, due_at";
    private static final String ORDER = "(4 - colour), coalesce(due_at, 'infinity'::timestamptz), case_no";
    private static final String BEHIND =
            " AND (" + ORDER + ") > (4 - :afterColour, :afterDue::timestamptz, :afterCase)";
    private static final String NEVER = "infinity";
    private static final String NUMBERED = """
            case_no IN (SELECT case_no FROM casefile WHERE case_no = :number
                        UNION SELECT case_no FROM casefile WHERE number = :number
                        UNION SELECT case_no FROM casefile WHERE part_of = :number)""";

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of open ones, by colour and kind, whichever of them are sought. */
    Tallies tallies(Sought sought) {
        Sought wider = new Sought(sought.number(), null, null, sought.partner(), sought.region());
        return new Tallies(about(
                        wider,
                        "SELECT colour, kind, count(*) AS cases FROM casefile WHERE open AND %s GROUP BY 1, 2"
                                .formatted(conditions(wider)))
                .query((row, n) -> new Tallies.Tally(row.getInt("colour"), row.getString("kind"), row.getLong("cases")))
                .list());
    }

    List<Standing> page(Sought sought, @Nullable PageEnd after, int most) {
        String behind = after == null ? "" : BEHIND;
        StatementSpec query = about(sought, """
                SELECT %s FROM casefile JOIN
                    (SELECT case_no FROM casefile WHERE %s ORDER BY %s LIMIT %d) AS shown USING (case_no)
                ORDER BY %s
                """.formatted(ALL, conditions(sought) + behind, ORDER, most, ORDER));
        return (after == null ? query : behind(after, query))
                .query(BoardStore::standing)
                .list();
    }

    List<Standing> of(List<String> cases) {
        return jdbc.sql("SELECT %s FROM casefile WHERE case_no = ANY (?) ORDER BY opened_at, case_no LIMIT 100"
                        .formatted(ALL))
                .param(cases.toArray(String[]::new))
                .query(BoardStore::standing)
                .list();
    }

    Optional<Standing> find(String caseNo) {
        return jdbc.sql("SELECT %s FROM casefile WHERE case_no = ?".formatted(ALL))
                .param(caseNo)
                .query(BoardStore::standing)
                .optional();
    }

    private static String conditions(Sought sought) {
        List<String> all = new ArrayList<>();
        all.add(sought.number() == null ? "open" : NUMBERED);
        addIf(all, sought.colour(), "(4 - colour) = 4 - :colour");
        addIf(all, sought.kind(), "kind = :kind");
        addIf(all, sought.region(), "region_code BETWEEN :first AND :last");
        addIf(all, sought.partner(), ":partner = ANY (owed_by)");
        return String.join(" AND ", all);
    }

    private static void addIf(List<String> all, @Nullable String sought, String condition) {
        if (sought != null) {
            all.add(condition);
        }
    }

    private StatementSpec about(Sought sought, String sql) {
        return jdbc.sql(sql)
                .param("number", sought.number())
                .param("colour", sought.rank())
                .param("kind", sought.kind())
                .param("first", sought.division().map(Region::first).orElse(""))
                .param("last", sought.division().map(Region::last).orElse(""))
                .param("partner", sought.partner());
    }

    private static StatementSpec behind(PageEnd after, StatementSpec query) {
        return query.param("afterColour", after.colour())
                .param("afterDue", after.due() == null ? NEVER : after.due().toString())
                .param("afterCase", after.caseNo());
    }

    private static Standing standing(ResultSet row, int n) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Standing(
                row.getString("case_no"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("number"),
                row.getString("region_code"),
                row.getString("state"),
                row.getBoolean("open"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("colour"),
                due == null ? null : due.toInstant());
    }
}
