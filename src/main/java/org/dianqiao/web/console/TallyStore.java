package org.dianqiao.web.console;

import java.time.Instant;
import org.dianqiao.ledger.EntryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts. */
@Repository
class TallyStore {

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Tally count(Instant from, Instant to) {
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE direction = 'in') AS received,
                       count(*) FILTER (WHERE outcome IN ('delivered', 'answered')) AS delivered,
                       count(*) FILTER (WHERE outcome NOT IN (:notRefused)) AS refused
                FROM ledger_entry WHERE id >= :from AND id < :to
                """)
                .param("notRefused", Fate.NOT_REFUSED)
                .param("from", EntryId.floor(from))
                .param("to", EntryId.floor(to))
                .query((row, n) -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM delivery").query(Long.class).single();
    }

    long dead() {
        return jdbc.sql("SELECT count(*) FROM dead_letter WHERE closed_at IS NULL")
                .query(Long.class)
                .single();
    }
}
