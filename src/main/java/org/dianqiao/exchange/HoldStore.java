package org.dianqiao.exchange;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.dianqiao.exchange.Hold.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Legal holds. What is done to one stands in the audit log by the same statement. */
@Repository
public class HoldStore {

    private final JdbcClient jdbc;

    public HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever erases holds this too, from before they look what is held until what they erased is gone. */
    void waitUntilNobodyErases() {
        jdbc.sql("LOCK TABLE erased_until IN EXCLUSIVE MODE").update();
    }

    /** As long as this transaction lasts; whoever erases may do so beside others. */
    void waitUntilNobodySetsOne() {
        jdbc.sql("LOCK TABLE erased_until IN ROW SHARE MODE").update();
    }

    boolean knows(String caseId) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM ledger_entry WHERE case_id = :case)
                    OR EXISTS (SELECT FROM dead_letter WHERE case_id = :case)
                """).param("case", caseId).query(Boolean.class).single();
    }

    /** False: the case is held for this reason already. */
    boolean add(String caseId, Instant at, String who, String why) {
        return jdbc.sql("""
                        WITH held AS (
                            INSERT INTO legal_hold (case_id, since, set_by, why) VALUES (:case, :at, :who, :why)
                            ON CONFLICT DO NOTHING RETURNING case_id, since, set_by, why)
                        INSERT INTO audit (at, who, what, subject, detail)
                        SELECT since, set_by, 'held', case_id, why FROM held
                        """)
                        .param("case", caseId)
                        .param("at", utc(at))
                        .param("who", who)
                        .param("why", why)
                        .update()
                == 1;
    }

    /** False: somebody was faster. */
    boolean release(long id, Instant at, String who, String why) {
        return jdbc.sql("""
                        WITH free AS (
                            UPDATE legal_hold SET released_at = :at, released_by = :who, released_why = :why
                            WHERE id = :id AND released_at IS NULL
                            RETURNING case_id, released_at, released_by, released_why)
                        INSERT INTO audit (at, who, what, subject, detail)
                        SELECT released_at, released_by, 'released', case_id, released_why FROM free
                        """)
                        .param("id", id)
                        .param("at", utc(at))
                        .param("who", who)
                        .param("why", why)
                        .update()
                == 1;
    }

    /** The oldest first. */
    List<Hold> inForce(int most) {
        return jdbc.sql("SELECT * FROM legal_hold WHERE released_at IS NULL ORDER BY id LIMIT ?")
                .param(most)
                .query(HoldStore::hold)
                .list();
    }

    /** The last released first. */
    List<Hold> released(int most) {
        return jdbc.sql("SELECT * FROM legal_hold WHERE released_at IS NOT NULL ORDER BY released_at DESC LIMIT ?")
                .param(most)
                .query(HoldStore::hold)
                .list();
    }

    List<Hold> inForceOn(String caseId) {
        return jdbc.sql("SELECT * FROM legal_hold WHERE case_id = ? AND released_at IS NULL ORDER BY id")
                .param(caseId)
                .query(HoldStore::hold)
                .list();
    }

    private static Hold hold(ResultSet row, int n) throws SQLException {
        return new Hold(
                row.getLong("id"),
                row.getString("case_id"),
                instant(row, "since"),
                row.getString("set_by"),
                row.getString("why"),
                release(row));
    }

    private static @Nullable Release release(ResultSet row) throws SQLException {
        String why = row.getString("released_why");
        return why == null ? null : new Release(instant(row, "released_at"), row.getString("released_by"), why);
    }
}
