package org.dianqiao.web.cases;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which ledger entries prove what we have sent. */
@Repository
class ProvenStore {

    private final JdbcClient jdbc;

    ProvenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the message's id; of one that was sent again after its end, the last. */
    Map<String, String> entries(String thread, Collection<String> messages) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (!messages.isEmpty()) {
            jdbc.sql("""
                    SELECT message_id, max(id) AS entry FROM ledger_entry
                    WHERE case_id = ? AND direction = 'out' AND message_id = ANY (?) GROUP BY 1
                    """)
                    .params(thread, messages.toArray(String[]::new))
                    .query((row, n) -> entries.put(row.getString("message_id"), row.getString("entry")))
                    .list();
        }
        return entries;
    }
}
