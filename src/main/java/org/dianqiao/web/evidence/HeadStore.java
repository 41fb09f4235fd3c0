package org.dianqiao.web.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the tree has grown, as its heads tell. */
@Repository
class HeadStore {

    private final JdbcClient jdbc;

    HeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A head as a page lists it. */
    record Row(long size, String root, Instant time, boolean stamped) {}

    List<Row> newest(int most) {
        return jdbc.sql("""
                SELECT size, encode(root, 'hex') AS root, time, token IS NOT NULL AS stamped
                FROM ledger_head ORDER BY size DESC LIMIT ?
                """)
                .param(most)
                .query((row, n) -> new Row(
                        row.getLong("size"),
                        row.getString("root"),
                        row.getObject("time", OffsetDateTime.class).toInstant(),
                        row.getBoolean("stamped")))
                .list();
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM ledger_unsealed")
                .query(Long.class)
                .single();
    }

    /** How large the tree was at the end of each of so many steps, the last of which ends now. */
    List<Long> sizes(Instant now, Duration step, int steps) {
        return jdbc.sql("""
                SELECT coalesce((SELECT size FROM ledger_head WHERE time <= moment ORDER BY time DESC LIMIT 1), 0)
                FROM generate_series(?::timestamptz - ? * make_interval(secs => ?), ?, make_interval(secs => ?)) AS moment
                ORDER BY moment
                """)
                .params(now.atOffset(ZoneOffset.UTC), steps, step.toSeconds())
                .params(now.atOffset(ZoneOffset.UTC), step.toSeconds())
                .query(Long.class)
                .list();
    }
}
