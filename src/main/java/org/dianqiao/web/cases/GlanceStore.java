package org.dianqiao.web.cases;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers under which the public asks. */
@Repository
class GlanceStore {

    private static final int MOST = 8;

    private final JdbcClient jdbc;

    GlanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** `meant`: whether it has the number that was asked for; else it only stands in for one that there is not. */
    record Candidate(String caseNo, boolean meant) {}

    /** Those that have the number and what was told in them; where there are none, any open one. */
    List<Candidate> candidates(String number) {
        List<Candidate> all = jdbc.sql("""
                (SELECT case_no, true AS meant FROM casefile WHERE case_no = :number AND erased_at IS NULL
                 UNION SELECT case_no, true FROM casefile WHERE number = :number AND erased_at IS NULL LIMIT :most)
                UNION ALL (SELECT case_no, false FROM casefile WHERE open LIMIT 1)
                """)
                .param("number", number)
                .param("most", MOST)
                .query((row, n) -> new Candidate(row.getString("case_no"), row.getBoolean("meant")))
                .list();
        List<Candidate> meant = all.stream().filter(Candidate::meant).toList();
        return meant.isEmpty() ? all : meant;
    }
}
