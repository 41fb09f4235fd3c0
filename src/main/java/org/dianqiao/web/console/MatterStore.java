package org.dianqiao.web.console;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases by what a message calls them. */
@Repository
class MatterStore {

    private static final int MOST = 8;

    private final JdbcClient jdbc;

    MatterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A number that others gave counts where the partner of the message keeps it, or the case tells of the message; a
     * project code stands for its lead.
     */
    List<Matter> of(Entry entry, Collection<String> caseNos, Map<Kind, String> numbers) {
        return jdbc.sql("""
                SELECT case_no, kind, number FROM casefile WHERE case_no IN (
                    SELECT unnest(:caseNos::text[])
                    UNION SELECT lead_no FROM lead WHERE project_code = ANY (:caseNos::text[])
                    UNION SELECT c.case_no
                    FROM casefile c JOIN unnest(:kinds::text[], :numbers::text[]) AS called (kind, number)
                         USING (number, kind)
                    WHERE :partner IN (keeper, utility)
                       OR EXISTS (SELECT FROM case_event e
                                  WHERE e.case_no = c.case_no AND (e.entry = :entry OR e.sent = :message)))
                ORDER BY opened_at, case_no LIMIT :most
                """)
                .param("caseNos", caseNos.toArray(String[]::new))
                .param("kinds", numbers.keySet().stream().map(Kind::written).toArray(String[]::new))
                .param("numbers", numbers.values().toArray(String[]::new))
                .param("partner", entry.partner())
                .param("entry", entry.id())
                .param("message", entry.messageId())
                .param("most", MOST)
                .query((row, n) -> new Matter(
                        row.getString("case_no"),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("number")))
                .list();
    }
}
