package org.dianqiao.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.SealedParts;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of deliveries, in one hot table: a row is put down, tried, and leaves when it is finished. */
@Repository
public class DeliveryStore {

    private static final String INSERT = """
            INSERT INTO delivery (partner, message_id, service, case_id, manifest, signature, parts_of,
                                  origin_manifest, origin_signature, created_at, expires_at, due_at,
                                  attempts, leased_by, leased_until)
            SELECT ?::text, ?::text, ?::text, ?::text, ?::bytea, ?::bytea, ?::text,
                   ?::bytea, ?::bytea, ?::timestamptz, ?::timestamptz, ?::timestamptz,
                   CASE WHEN taken THEN 1 ELSE 0 END, CASE WHEN taken THEN ?::text END,
                   CASE WHEN taken THEN ?::timestamptz END
            FROM (SELECT ?::boolean AND NOT EXISTS (
                      SELECT FROM delivery WHERE partner = ? AND case_id = ?) AS taken) AS at_once
            RETURNING id, attempts
            """;
    private static final String KEEPING = """
            WITH kept AS (
                INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content)
                VALUES (?, 'message', 0, ?, ?, ?, ?, ?, ?))
            """;
    private static final String DELIVERED = """
            WITH gone AS (
                DELETE FROM delivery WHERE id = ? AND (leased_by = ? OR leased_by IS NULL) RETURNING id)
            """ + LedgerStore.appendingIf("gone");

    private final JdbcClient jdbc;
    private final LedgerStore ledger;
    private final SealedParts sealed;

    public DeliveryStore(JdbcClient jdbc, LedgerStore ledger, SealedParts sealed) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.sealed = sealed;
    }

    /**
     * Something that is passed on: its parts are kept already. Given back as it then stands: with a lease, that is tried
     * once already, unless another delivery of its case comes before it.
     */
    Delivery add(Delivery delivery, @Nullable Lease lease) {
        return insert("", List.of(), delivery, lease);
    }

    /** Something that the gateway itself says, with its one part. */
    Delivery add(Delivery delivery, Part part, byte[] content, @Nullable Lease lease) {
        List<Object> kept = List.of(
                delivery.partsOf(),
                delivery.service(),
                part.name(),
                part.type(),
                part.length(),
                HexFormat.of().parseHex(part.sm3()),
                sealed.lock(content, delivery.partsOf(), "message", 0));
        return insert(KEEPING, kept, delivery, lease);
    }

    private Delivery insert(String before, List<Object> beforeValues, Delivery delivery, @Nullable Lease lease) {
        Signed origin = delivery.origin();
        return jdbc.sql(before + INSERT)
                .params(beforeValues)
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
                .param(utc(delivery.expiresAt()))
                .param(utc(delivery.createdAt()))
                .param(lease == null ? null : lease.node())
                .param(lease == null ? null : utc(lease.until()))
                .param(lease != null)
                .param(delivery.partner())
                .param(delivery.caseId())
                .query((row, n) -> delivery.put(row.getLong("id"), row.getInt("attempts")))
                .single();
    }

    /** Overdue and in nobody's hands. */
    List<Delivery> expired(Instant now) {
        return jdbc.sql("""
                SELECT * FROM delivery
                WHERE expires_at <= :now AND (leased_until IS NULL OR leased_until < :now)
                ORDER BY id LIMIT 500
                """)
                .param("now", utc(now))
                .query(DeliveryStore::delivery)
                .list();
    }

    /** False: another node holds it by now. */
    boolean again(Delivery delivery, String node, Instant dueAt, String problem) {
        return jdbc.sql("""
                UPDATE delivery SET due_at = ?, problem = ?, leased_by = NULL, leased_until = NULL
                WHERE id = ? AND leased_by = ?
                """).params(utc(dueAt), problem, delivery.id(), node).update() == 1;
    }

    /** The row leaves and the ledger has its end, in one statement. False: another node holds it by now. */
    boolean delivered(Delivery delivery, String node, Entry end) {
        return jdbc.sql(DELIVERED)
                        .params(delivery.id(), node)
                        .params(ledger.values(end))
                        .update()
                == 1;
    }

    /** False: another node holds it by now, and what happened here is theirs to find out. */
    boolean remove(Delivery delivery, String node, Instant now) {
        return jdbc.sql(
                                "DELETE FROM delivery WHERE id = ? AND (leased_by = ? OR leased_until IS NULL OR leased_until < ?)")
                        .params(delivery.id(), node, utc(now))
                        .update()
                == 1;
    }

    static Delivery delivery(ResultSet row, int n) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("service"),
                row.getString("case_id"),
                new Signed(row.getBytes("manifest"), row.getBytes("signature")),
                row.getString("parts_of"),
                origin(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static @Nullable Signed origin(ResultSet row) throws SQLException {
        byte[] manifest = row.getBytes("origin_manifest");
        return manifest == null ? null : new Signed(manifest, row.getBytes("origin_signature"));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
