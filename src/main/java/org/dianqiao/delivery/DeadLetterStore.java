package org.dianqiao.delivery;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries that ended without effect. */
@Repository
public class DeadLetterStore {

    private final JdbcClient jdbc;

    public DeadLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Delivery delivery, @Nullable String entry, Instant at, String code, String problem) {
        Signed origin = delivery.origin();
        jdbc.sql("""
                INSERT INTO dead_letter (entry, partner, message_id, service, case_id, manifest, signature, parts_of,
                                         origin_manifest, origin_signature, created_at, attempts, died_at, code, problem)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(entry)
                .param(delivery.partner())
                .param(delivery.messageId())
                .param(delivery.service())
                .param(delivery.caseId())
                .param(delivery.message().manifest())
                .param(delivery.message().signature())
                .param(delivery.partsOf())
                .param(origin == null ? null : origin.manifest())
                .param(origin == null ? null : origin.signature())
                .param(utc(delivery.createdAt()))
                .param(delivery.attempts())
                .param(utc(at))
                .param(code)
                .param(problem)
                .update();
    }

    /** `entry`: its end in the ledger. */
    record Dead(Delivery delivery, @Nullable String entry) {}

    /**
     * What has arrived, if it is no dead letter yet that an operator has not sent again. A message is older than its end:
     * so its id is where to look from.
     */
    Optional<Dead> arrived(String partner, String messageId) {
        return jdbc.sql("""
                SELECT arrived.*, origin.manifest AS origin_manifest, origin.signature AS origin_signature
                FROM ledger_entry arrived
                LEFT JOIN ledger_entry origin ON origin.id = arrived.parts_of
                WHERE arrived.id >= :message AND arrived.direction = 'out' AND arrived.partner = :partner
                  AND arrived.message_id = :message AND arrived.outcome = 'delivered'
                  AND NOT EXISTS (
                      SELECT FROM dead_letter
                      WHERE partner = :partner AND message_id = :message AND closed_how IS DISTINCT FROM 'retried')
                ORDER BY arrived.id LIMIT 1
                """)
                .param("message", messageId)
                .param("partner", partner)
                .query((row, n) -> new Dead(sent(row), row.getString("id")))
                .optional();
    }

    /** Of attested words there is no signature but ours. */
    private static Delivery sent(ResultSet row) throws SQLException {
        Signed message = new Signed(row.getBytes("manifest"), row.getBytes("signature"));
        Manifest said = Manifests.read(message.manifest());
        byte[] origin = said.attested() == null ? row.getBytes("origin_manifest") : null;
        return new Delivery(
                0,
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("service"),
                row.getString("case_id"),
                message,
                row.getString("parts_of"),
                origin == null ? null : new Signed(origin, row.getBytes("origin_signature")),
                said.sent(),
                said.sent(),
                1);
    }

    /** Closes an open dead letter and gives it; absent: there is none, or somebody was faster. */
    Optional<Dead> close(long id, Instant at, String who, String how, String why) {
        return jdbc.sql("""
                UPDATE dead_letter SET closed_at = ?, closed_by = ?, closed_how = ?, closed_why = ?
                WHERE id = ? AND closed_at IS NULL
                RETURNING *
                """)
                .params(utc(at), who, how, why, id)
                .query((row, n) -> new Dead(delivery(row), row.getString("entry")))
                .optional();
    }

    /**
     * Whether its parts are still there. Until this transaction ends none of its service is erased; after that the
     * delivery made here keeps them.
     */
    boolean holdParts(Delivery delivery) {
        jdbc.sql("SELECT FROM erased_until WHERE service = ? FOR SHARE")
                .param(delivery.service())
                .query()
                .listOfRows();
        return jdbc.sql("SELECT EXISTS (SELECT FROM part WHERE entry = ? AND role = 'message')")
                .param(delivery.partsOf())
                .query(Boolean.class)
                .single();
    }

    void audit(Instant at, String who, String what, String subject, String detail) {
        jdbc.sql("INSERT INTO audit (at, who, what, subject, detail) VALUES (?, ?, ?, ?, ?)")
                .params(utc(at), who, what, subject, detail)
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        byte[] origin = row.getBytes("origin_manifest");
        Instant createdAt = instant(row, "created_at");
        return new Delivery(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("service"),
                row.getString("case_id"),
                new Signed(row.getBytes("manifest"), row.getBytes("signature")),
                row.getString("parts_of"),
                origin == null ? null : new Signed(origin, row.getBytes("origin_signature")),
                createdAt,
                createdAt,
                row.getInt("attempts"));
    }
}
