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

    /** The longest that it stands still is while an authority is asked. */
    boolean isOurTurn(Duration longest) {
        return TurnStore.isOurs(jdbc, "ledger_stamp", longest);
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
