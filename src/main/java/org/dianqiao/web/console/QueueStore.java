package org.dianqiao.web.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Attestations;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits, and what died. */
@Repository
class QueueStore {

    private final JdbcClient jdbc;
    private final Attestations attestations;

    QueueStore(JdbcClient jdbc, Attestations attestations) {
        this.jdbc = jdbc;
        this.attestations = attestations;
    }

    /**
     * A delivery that is still to be made.
     *
     * @param underWay somebody is at it this moment
     * @param attested where the gateway wrote down what it passes on
     */
    record Waiting(
            long id,
            String partner,
            String service,
            @Nullable String caseId,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            Instant expiresAt,
            @Nullable String problem,
            @Nullable String words,
            boolean underWay,
            @Nullable Attestation attested) {}

    /** A delivery that ended without effect. */
    record Dead(
            long id,
            @Nullable String entry,
            String partner,
            String service,
            @Nullable String caseId,
            int attempts,
            Instant diedAt,
            String code,
            String problem,
            @Nullable String words,
            @Nullable Attestation attested) {

        /** Nobody acts for its region: there is nobody to try again. */
        public boolean hasReceiver() {
            return !partner.equals("-");
        }
    }

    List<Waiting> waiting(int limit) {
        return jdbc.sql("""
                SELECT id, partner, service, case_id, attempts, created_at, due_at, expires_at,
                       split_part(problem, E'\\n', 1) AS problem, nullif(split_part(problem, E'\\n', 2), '') AS words,
                       leased_until IS NOT NULL AND leased_until > now() AS under_way, manifest, signature
                FROM delivery ORDER BY id LIMIT ?
                """).param(limit).query((row, n) -> waiting(row)).list();
    }

    List<Dead> dead(int limit) {
        return jdbc.sql("""
                SELECT id, entry, partner, service, case_id, attempts, died_at, code,
                       split_part(problem, E'\\n', 1) AS problem, nullif(split_part(problem, E'\\n', 2), '') AS words,
                       manifest, signature
                FROM dead_letter WHERE closed_at IS NULL ORDER BY died_at DESC LIMIT ?
                """).param(limit).query((row, n) -> dead(row)).list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("service"),
                row.getString("case_id"),
                row.getInt("attempts"),
                instant(row, "created_at"),
                instant(row, "due_at"),
                instant(row, "expires_at"),
                row.getString("problem"),
                row.getString("words"),
                row.getBoolean("under_way"),
                attested(row));
    }

    private Dead dead(ResultSet row) throws SQLException {
        return new Dead(
                row.getLong("id"),
                row.getString("entry"),
                row.getString("partner"),
                row.getString("service"),
                row.getString("case_id"),
                row.getInt("attempts"),
                instant(row, "died_at"),
                row.getString("code"),
                row.getString("problem"),
                row.getString("words"),
                attested(row));
    }

    private @Nullable Attestation attested(ResultSet row) throws SQLException {
        return attestations
                .of(new Signed(row.getBytes("manifest"), row.getBytes("signature")))
                .orElse(null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
