package org.dianqiao.ledger;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.ledger.Entry.Direction;
import org.dianqiao.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The append-only table. There is no method here that changes an entry, and the database would refuse one. Whoever
 * appends an entry leaves in the same statement its leaf for the sealer: no entry is ever without a place to come.
 */
@Repository
public class LedgerStore {

    private static final String COLUMNS = """
            (id, at, direction, partner, message_id, kind, service, outcome, case_id, parts_of,
             manifest, signature, answer_manifest, answer_signature, answer_body, answer_sealed)""";
    private static final String VALUES = "?::text, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text,"
            + " ?::text, ?::text, ?::text, ?::bytea, ?::bytea, ?::bytea, ?::bytea, ?::bytea, ?::boolean";
    private static final String ENTERED = "entered AS (INSERT INTO ledger_entry " + COLUMNS + " SELECT " + VALUES;
    private static final String UNSEALED = " INSERT INTO ledger_unsealed (entry, leaf) SELECT ?::text, ?::bytea";

    private final JdbcClient jdbc;
    private final Vault vault;

    public LedgerStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public void append(Entry entry) {
        jdbc.sql("WITH " + ENTERED + ")" + UNSEALED).params(values(entry)).update();
    }

    /**
     * The last part of a WITH statement: it appends an entry if, and only if, the part before it gave a row. What
     * belongs together is so said to the database in one breath. Its parameters are the {@link #values}; its count is
     * that of the entries.
     */
    public static String appendingIf(String given) {
        String from = " FROM " + given;
        return ", " + ENTERED + from + ")" + UNSEALED + from;
    }

    /** Parts of a WITH statement: they append an entry, whatever comes of the others. Their parameters are the {@link #values}. */
    public static String appending(String name) {
        return name + " AS (INSERT INTO ledger_entry " + COLUMNS + " SELECT " + VALUES + "), " + name + "_leaf AS ("
                + UNSEALED + ")";
    }

    /** What a partner answered us may quote anybody, so it is sealed; our own receipts and refusals name nobody. */
    public List<@Nullable Object> values(Entry entry) {
        Signed answer = entry.answer();
        byte[] body = entry.answerBody();
        boolean sealed = entry.direction() == Direction.OUT;
        return Arrays.asList(
                entry.id(),
                utc(entry.at()),
                entry.direction().word(),
                entry.partner(),
                entry.messageId(),
                entry.kind(),
                entry.service(),
                entry.outcome(),
                entry.caseId(),
                entry.partsOf(),
                entry.message().manifest(),
                entry.message().signature(),
                answer == null ? null : answer.manifest(),
                answer == null ? null : answer.signature(),
                sealed && body != null ? vault.lock(body, place(entry.id())) : body,
                sealed,
                entry.id(),
                entry.leaf());
    }

    public Optional<Entry> find(String id) {
        return entries(List.of(id)).stream().findFirst();
    }

    List<Entry> entries(Collection<String> ids) {
        return jdbc.sql("SELECT * FROM ledger_entry WHERE id = ANY (?)")
                .param(ids.toArray(String[]::new))
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getString("id"),
                instant(row, "at"),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("kind"),
                row.getString("service"),
                row.getString("outcome"),
                row.getString("case_id"),
                row.getString("parts_of"),
                new Signed(row.getBytes("manifest"), row.getBytes("signature")),
                answer(row),
                answerBody(row));
    }

    private byte @Nullable [] answerBody(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("answer_body");
        return body != null && row.getBoolean("answer_sealed") ? vault.unlock(body, place(row.getString("id"))) : body;
    }

    private static String place(String entry) {
        return "answer " + entry;
    }

    private static @Nullable Signed answer(ResultSet row) throws SQLException {
        byte[] manifest = row.getBytes("answer_manifest");
        return manifest == null ? null : new Signed(manifest, row.getBytes("answer_signature"));
    }
}
