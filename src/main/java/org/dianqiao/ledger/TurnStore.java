package org.dianqiao.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose turn it is to do what one transaction at a time does, on whichever node; others do not wait for it. */
final class TurnStore {

    private static final int STEPS = 5;

    private TurnStore() {}

    /**
     * Whether it is this transaction's. The turn is over soon, also where its node stands still or its line is dead, so
     * that another takes over: the database ends the transaction when it waits longer than a step takes for the next
     * statement, when a statement takes longer, (on Linux) when nobody takes its answer, and (from version 17 on) when
     * all of it takes longer than a few steps. Nothing else ends a turn whose node stands still with half a statement
     * sent.
     */
    static boolean isOurs(JdbcClient jdbc, String turn, Duration step) {
        return jdbc.sql("""
                SELECT pg_try_advisory_xact_lock(hashtext(?))
                FROM set_config('idle_in_transaction_session_timeout', ?, true) AS idle,
                     set_config('statement_timeout', ?, true) AS busy,
                     set_config('tcp_user_timeout', CASE WHEN version() LIKE '%linux%' THEN '2000' ELSE '0' END, true)
                         AS untaken,
                     set_config(CASE WHEN current_setting('server_version_num')::int < 170000
                             THEN 'dianqiao.unused' ELSE 'transaction_timeout' END, ?, true) AS whole
                """)
                .params(turn, millis(step), millis(step), millis(step.multipliedBy(STEPS)))
                .query(Boolean.class)
                .single();
    }

    private static String millis(Duration time) {
        return time.toMillis() + "ms";
    }
}
