package org.dianqiao.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads' stamps. The database takes one for a head that has none, and never another. */
@Repository
class StampStore {

    private final JdbcClient jdbc;

    StampStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether this transaction is the one that has a head stamped; others do not wait for it. It may stand still while
     * an authority is asked, but not for longer, so that another node takes over from one that stands still for ever.
     */
    boolean isOurTurn(Duration longest) {
        return jdbc.sql("""
                SELECT pg_try_advisory_xact_lock(hashtext('ledger_stamp'))
                FROM set_config('idle_in_transaction_session_timeout', ?, true)
                """)
                .param(longest.toMillis() + "ms")
                .query(Boolean.class)
                .single();
    }

    void stamp(TreeHead head, byte[] token) {
        jdbc.sql("UPDATE ledger_head SET token = ? WHERE size = ? AND token IS NULL")
                .params(token, head.size())
                .update();
    }

    Optional<TreeHead> newestStamped() {
        return jdbc.sql("SELECT * FROM ledger_head WHERE token IS NOT NULL ORDER BY size DESC LIMIT 1")
                .query(TreeStore::head)
                .optional();
    }

    /** The time of the oldest head that no stamp covers. */
    Optional<Instant> waitingSince() {
        return jdbc.sql("""
                SELECT time FROM ledger_head
                WHERE size > (SELECT coalesce(max(size), 0) FROM ledger_head WHERE token IS NOT NULL)
                ORDER BY size LIMIT 1
                """).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }
}
