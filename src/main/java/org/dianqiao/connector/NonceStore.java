package org.dianqiao.connector;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nonces that came, on whatever node. They outlast a restart, or a request could be sent again after it. */
@Repository
public class NonceStore {

    private final JdbcClient jdbc;

    public NonceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether it comes for the first time. Never in a transaction that does more: what is rolled back is forgotten, and
     * until then whoever brings the same waits.
     */
    boolean isNew(String partner, Nonce nonce, Instant now) {
        return jdbc.sql("""
            INSERT INTO nonce AS kept (partner, text, until) VALUES (:partner, :text, :until)
            ON CONFLICT (partner, text) DO UPDATE SET until = excluded.until WHERE kept.until < :now
            """)
                        .param("partner", partner)
                        .param("text", nonce.text())
                        .param("until", utc(nonce.until()))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Forgets some of those that could not come again. How many. */
    int forget(Instant now, int most) {
        return jdbc.sql("""
            DELETE FROM nonce WHERE (partner, text) IN (
                SELECT partner, text FROM nonce WHERE until < :now ORDER BY until LIMIT :most
                FOR UPDATE SKIP LOCKED)
            """).param("now", utc(now)).param("most", most).update();
    }
}
