package org.dianqiao.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of deliveries, in one hot table: a row is claimed under a lease, tried, and leaves when it is finished. */
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

    public DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                content);
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

    /**
     * Takes what is due, for each partner as many as there is room for. Of the deliveries of one case only the oldest
     * is ever taken. Other nodes' rows are stepped over, not waited for; so is what this node still holds when its lease
     * is over.
     */
    List<Delivery> claim(Map<String, Integer> room, Lease lease, Set<Long> held) {
        return jdbc.sql("""
                UPDATE delivery d SET leased_by = :node, leased_until = :until, attempts = attempts + 1
                FROM (SELECT x.id
                      FROM unnest(:partners::text[], :free::int[]) AS room (partner, free)
                      CROSS JOIN LATERAL (
                          SELECT w.id FROM delivery w
                          WHERE w.partner = room.partner AND w.due_at <= :now
                            AND (w.leased_until IS NULL OR w.leased_until < :now)
                            AND w.id <> ALL (:held::bigint[])
                            AND (w.case_id IS NULL OR NOT EXISTS (
                                SELECT FROM delivery o
                                WHERE o.partner = w.partner AND o.case_id = w.case_id AND o.id < w.id))
                          ORDER BY w.id LIMIT room.free
                          FOR UPDATE SKIP LOCKED) x) AS due
                WHERE d.id = due.id
                RETURNING d.*
                """)
                .param("node", lease.node())
                .param("until", utc(lease.until()))
                .param("now", utc(lease.from()))
                .param("held", held.toArray(Long[]::new))
                .param("partners", room.keySet().toArray(String[]::new))
                .param("free", room.values().toArray(Integer[]::new))
                .query(DeliveryStore::delivery)
                .list();
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

    void again(Delivery delivery, String node, Instant dueAt, String problem) {
        jdbc.sql("""
                UPDATE delivery SET due_at = ?, problem = ?, leased_by = NULL, leased_until = NULL
                WHERE id = ? AND leased_by = ?
                """).params(utc(dueAt), problem, delivery.id(), node).update();
    }

    /** The row leaves and the ledger has its end, in one statement. Another node's row stays. */
    void delivered(Delivery delivery, String node, Entry end) {
        jdbc.sql(DELIVERED)
                .params(delivery.id(), node)
                .params(LedgerStore.values(end))
                .update();
    }

    /** False: another node holds it by now, and what happened here is theirs to find out. */
    boolean remove(Delivery delivery, String node, Instant now) {
        return jdbc.sql(
                                "DELETE FROM delivery WHERE id = ? AND (leased_by = ? OR leased_until IS NULL OR leased_until < ?)")
                        .params(delivery.id(), node, utc(now))
                        .update()
                == 1;
    }

    /**
     * What this node has leased. Asked for before it is looked up what is held: who holds something does so before it is
     * committed, so all that is seen here is known there.
     */
    Set<Long> leased(String node) {
        return new HashSet<>(jdbc.sql("SELECT id FROM delivery WHERE leased_by = ?")
                .param(node)
                .query(Long.class)
                .list());
    }

    /** What this node leased and does not work on is free again. */
    void release(String node, Set<Long> idle) {
        jdbc.sql("""
                UPDATE delivery SET leased_by = NULL, leased_until = NULL
                WHERE leased_by = :node AND id = ANY (:idle::bigint[])
                """)
                .param("node", node)
                .param("idle", idle.toArray(Long[]::new))
                .update();
    }

    /** Partners for whom anything waits. */
    List<String> awaited() {
        return jdbc.sql("""
                WITH RECURSIVE p AS (
                    (SELECT partner FROM delivery ORDER BY partner LIMIT 1)
                    UNION ALL
                    SELECT (SELECT d.partner FROM delivery d WHERE d.partner > p.partner ORDER BY d.partner LIMIT 1)
                    FROM p WHERE p.partner IS NOT NULL)
                SELECT partner FROM p WHERE partner IS NOT NULL
                """).query(String.class).list();
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
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
