package org.dianqiao.casework;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import org.dianqiao.casework.Casefile.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases what was told in cases. What happened in them stays, with its times, its proof and whose word it was. */
@Repository
class CaseRetentionStore {

    private final JdbcClient jdbc;

    CaseRetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of those that were closed first; how many. A hold names what messages bear as `case`: the case's own thread, or
     * that of any message in its timeline. `OFFSET 0` has each timeline looked at by itself and not all timelines at
     * once. A case that somebody else holds, another node too, is left to the next round.
     */
    int eraseSome(Kind kind, Instant closedBefore, Instant now, int most) {
        return jdbc.sql("""
                WITH over AS MATERIALIZED (
                    SELECT case_no FROM casefile c
                    WHERE kind = :kind AND closed_at < :before AND erased_at IS NULL
                      AND NOT EXISTS (SELECT FROM legal_hold WHERE case_id = c.thread AND released_at IS NULL)
                      AND NOT EXISTS (
                          SELECT FROM case_event e JOIN ledger_entry l ON l.id = e.entry
                              JOIN legal_hold h ON h.case_id = l.case_id AND h.released_at IS NULL
                          WHERE e.case_no = c.case_no OFFSET 0)
                    ORDER BY closed_at LIMIT :most FOR UPDATE SKIP LOCKED),
                events AS (
                    UPDATE case_event e SET told = '' FROM over WHERE e.case_no = over.case_no)
                UPDATE casefile c SET told = '', erased_at = :now FROM over WHERE c.case_no = over.case_no
                """)
                .param("kind", kind.written())
                .param("before", utc(closedBefore))
                .param("now", utc(now))
                .param("most", most)
                .update();
    }
}
