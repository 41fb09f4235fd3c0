package org.dianqiao.connector.list;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which node looks into whose folder, and until when. */
@Repository
class ListLeaseStore {

    private final JdbcClient jdbc;

    ListLeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False: another node has it. */
    boolean take(String partner, String node, Instant now, Instant until) {
        return jdbc.sql("""
                        INSERT INTO list_lease AS held (partner, node, until) VALUES (:partner, :node, :until)
                        ON CONFLICT (partner) DO UPDATE SET node = :node, until = :until
                        WHERE held.node = :node OR held.until < :now
                        """)
                        .param("partner", partner)
                        .param("node", node)
                        .param("now", utc(now))
                        .param("until", utc(until))
                        .update()
                == 1;
    }

    void renew(Collection<String> partners, String node, Instant until) {
        jdbc.sql("UPDATE list_lease SET until = ? WHERE node = ? AND partner = ANY (?::text[])")
                .params(utc(until), node, partners.toArray(String[]::new))
                .update();
    }
}
