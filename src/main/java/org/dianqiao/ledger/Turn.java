package org.dianqiao.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one transaction does at a time, on whichever node; others do not wait for it. */
enum Turn {
    SEALING("ledger_head"),
    STAMPING("ledger_stamp");

    private static final int STEPS = 5;

    private final String lock;

    Turn(String lock) {
        this.lock = lock;
    }

    /**
     * Whether it is this transaction's. The turn is over soon, also where its node stands still or its line is dead, so
     * that another takes over: the database ends the transaction when it waits longer than a step takes for the next
     * statement, when a statement takes longer, (on Linux) when nobody takes its answer, and (from version 17 on) when
     * all of it takes longer than a few steps. Nothing else ends a turn whose node stands still with half a statement
     * sent.
     */
    boolean isOurs(JdbcClient jdbc, Duration step) {
        return jdbc.sql("""
                SELECT pg_try_advisory_xact_lock(hashtext(?))
                FROM set_config('idle_in_transaction_session_timeout', ?, true) AS idle,
                     set_config('statement_timeout', ?, true) AS busy,
                     set_config('tcp_user_timeout', CASE WHEN version() LIKE '%linux%' THEN '2000' ELSE '0' END, true)
                         AS untaken,
                     set_config(CASE WHEN current_setting('server_version_num')::int < 170000
                             THEN 'dianqiao.unused' ELSE 'transaction_timeout' END, ?, true) AS whole
                """)
                .params(lock, millis(step), millis(step), millis(step.multipliedBy(STEPS)))
                .query(Boolean.class)
                .single();
    }

    private static String millis(Duration time) {
        return time.toMillis() + "ms";
    }
}
