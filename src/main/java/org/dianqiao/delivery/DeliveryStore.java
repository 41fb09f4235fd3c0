package org.dianqiao.delivery;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.SealedParts;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of deliveries, in one hot table: a row is put down, tried, and leaves when it is finished. `partner || ''`: by its
 * case a row is looked for and by nothing else ({@link LeaseStore}).
 */
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
                      SELECT FROM delivery WHERE partner || '' = ? AND case_id = ?) AS taken) AS at_once
            RETURNING id, attempts
            """;
    private static final String KEEPING = """
            WITH kept AS (
                INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content)
                VALUES (?, 'message', 0, ?, ?, ?, ?, ?, ?))
            """;
    private static final String INSERT_EACH = """
            WITH each AS (
                SELECT e.partner, e.message, decode(e.manifest, 'hex') AS manifest, decode(e.signature, 'hex') AS signature,
                       e.place, e.length, decode(e.sm3, 'hex') AS sm3, decode(e.content, 'hex') AS content,
                       e.wanted AND NOT EXISTS (
                           SELECT FROM delivery WHERE partner || '' = e.partner AND case_id = :case::text) AS taken
                FROM unnest(:partners::text[], :messages::text[], :manifests::text[], :signatures::text[],
                            :lengths::bigint[], :sm3s::text[], :contents::text[], :wanted::boolean[])
                     WITH ORDINALITY AS e (partner, message, manifest, signature, length, sm3, content, wanted, place)),
            kept AS (
                INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content)
                SELECT message, 'message', 0, :service, :name, :type, length, sm3, content FROM each)
            INSERT INTO delivery (partner, message_id, service, case_id, manifest, signature, parts_of,
                                  created_at, expires_at, due_at, attempts, leased_by, leased_until)
            SELECT partner, message, :service, :case::text, manifest, signature, message, :created, :expires, :created,
                   CASE WHEN taken THEN 1 ELSE 0 END, CASE WHEN taken THEN :node::text END,
                   CASE WHEN taken THEN :until::timestamptz END
            FROM each ORDER BY place
            RETURNING id, message_id, attempts
            """;
    private static final String DELIVERED = """
            WITH gone AS (
                DELETE FROM delivery WHERE id = ? AND (leased_by = ? OR leased_by IS NULL) RETURNING id)
            """ + LedgerStore.appendingIf("gone");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final LedgerStore ledger;
    private final SealedParts sealed;

    public DeliveryStore(JdbcClient jdbc, JdbcTemplate batches, LedgerStore ledger, SealedParts sealed) {
        this.jdbc = jdbc;
        this.batches = batches;
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

    /** A delivery with its payload on its way into the queue. */
    record Fresh(
            Delivery delivery,
            Part payload,
            byte[] content,
            @Nullable Lease lease) {}

    /** The same thing to several partners, in one statement; of one case and one service. In the order in which they came. */
    List<Delivery> addEach(List<Fresh> fresh) {
        Delivery first = fresh.get(0).delivery();
        Part payload = fresh.get(0).payload();
        Lease lease = fresh.stream()
                .map(Fresh::lease)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Map<String, Delivery> put = jdbc
                .sql(INSERT_EACH)
                .param("service", first.service())
                .param("case", first.caseId())
                .param("name", payload.name())
                .param("type", payload.type())
                .param("created", utc(first.createdAt()))
                .param("expires", utc(first.expiresAt()))
                .param("node", lease == null ? null : lease.node())
                .param("until", lease == null ? null : utc(lease.until()))
                .param("partners", texts(fresh, each -> each.delivery().partner()))
                .param("messages", texts(fresh, each -> each.delivery().messageId()))
                .param(
                        "manifests",
                        texts(fresh, each -> hex(each.delivery().message().manifest())))
                .param(
                        "signatures",
                        texts(fresh, each -> hex(each.delivery().message().signature())))
                .param(
                        "lengths",
                        texts(fresh, each -> Long.toString(each.payload().length())))
                .param("sm3s", texts(fresh, each -> each.payload().sm3()))
                .param("contents", texts(fresh, this::sealed))
                .param("wanted", texts(fresh, each -> Boolean.toString(each.lease() != null)))
                .query((row, n) -> put(fresh, row))
                .list()
                .stream()
                .collect(Collectors.toMap(Delivery::messageId, delivery -> delivery));
        return fresh.stream()
                .map(each -> Objects.requireNonNull(put.get(each.delivery().messageId())))
                .toList();
    }

    private static Delivery put(List<Fresh> fresh, ResultSet row) throws SQLException {
        String message = row.getString("message_id");
        long number = row.getLong("id");
        int attempts = row.getInt("attempts");
        return fresh.stream()
                .map(Fresh::delivery)
                .filter(delivery -> delivery.messageId().equals(message))
                .map(delivery -> delivery.put(number, attempts))
                .findFirst()
                .orElseThrow();
    }

    private String sealed(Fresh fresh) {
        return hex(sealed.lock(fresh.content(), fresh.delivery().partsOf(), "message", 0));
    }

    private static String[] texts(List<Fresh> fresh, Function<Fresh, String> member) {
        return fresh.stream().map(member).toArray(String[]::new);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
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

    boolean has(String partner, String messageId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM delivery WHERE partner = ? AND message_id = ?)")
                .params(partner, messageId)
                .query(Boolean.class)
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

    /** A delivery that has arrived, and what the ledger keeps of it. */
    record Arrived(Delivery delivery, Entry end) {}

    /**
     * The rows leave and the ledger has their ends, in one transaction; for each whether it was still this node's. Another
     * node may hold one by now, and what happened here is theirs to find out.
     */
    @Transactional
    public List<Boolean> delivered(List<Arrived> arrived, String node) {
        // Always in the same order, so that nobody who holds several rows waits for somebody who holds others.
        List<Arrived> ordered = arrived.stream()
                .sorted(Comparator.comparingLong(each -> each.delivery().id()))
                .toList();
        int[] gone = batches.batchUpdate(
                DELIVERED, ordered.stream().map(each -> values(each, node)).toList());
        return arrived.stream().map(each -> gone[ordered.indexOf(each)] == 1).toList();
    }

    private Object[] values(Arrived arrived, String node) {
        List<@Nullable Object> values =
                new ArrayList<>(List.of(arrived.delivery().id(), node));
        values.addAll(ledger.values(arrived.end()));
        return values.toArray();
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
                instant(row, "created_at"),
                instant(row, "expires_at"),
                row.getInt("attempts"));
    }

    private static @Nullable Signed origin(ResultSet row) throws SQLException {
        byte[] manifest = row.getBytes("origin_manifest");
        return manifest == null ? null : new Signed(manifest, row.getBytes("origin_signature"));
    }
}
