package org.dianqiao.casework;

import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dianqiao.policy.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which findings there are, so that a report counts them without reading every timeline. */
@Repository
class FindingStore {

    private static final Wording ERASED =
            new Wording("其依据的内容已按保存期限清除。", "What showed it has been erased: the time for which it is kept was over.");

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are known already stay as they are. */
    void add(String caseNo, List<Finding> findings, Instant now) {
        jdbc.sql("""
                INSERT INTO finding (case_no, kind, event_no, about, found_at)
                SELECT :case, f.kind, f.event_no, f.about, :now
                FROM unnest(:kinds::text[], :events::int[], :abouts::text[]) AS f (kind, event_no, about)
                ON CONFLICT DO NOTHING
                """)
                .param("case", caseNo)
                .param("now", utc(now))
                .param(
                        "kinds",
                        findings.stream().map(each -> each.kind().written()).toArray(String[]::new))
                .param("events", findings.stream().map(Finding::shownBy).toArray(Integer[]::new))
                .param("abouts", findings.stream().map(Finding::about).toArray(String[]::new))
                .update();
    }

    /** What they said is not kept here, for it may name somebody's papers. */
    List<Finding> of(String caseNo) {
        return jdbc.sql("SELECT kind, about, event_no FROM finding WHERE case_no = ? ORDER BY event_no, kind")
                .param(caseNo)
                .query(FindingStore::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int n) throws SQLException {
        String kind = row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Finding(Finding.Kind.valueOf(kind), row.getString("about"), ERASED, List.of(row.getInt("event_no")));
    }
}
