package org.dianqiao.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.Entry.Direction;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries with their parties. Whose message was passed on is whose parts it carries. */
@Repository
class EvidenceStore {

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Evidence> find(String entry) {
        return jdbc.sql("""
                SELECT e.*, o.partner AS passed_on_for
                FROM ledger_entry e
                LEFT JOIN ledger_entry o ON o.id = e.parts_of
                WHERE e.id = ?
                """).param(entry).query(EvidenceStore::evidence).optional();
    }

    private static Evidence evidence(ResultSet row, int n) throws SQLException {
        return new Evidence(entry(row), row.getString("passed_on_for"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
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
                row.getBytes("answer_body"));
    }

    private static @Nullable Signed answer(ResultSet row) throws SQLException {
        byte[] manifest = row.getBytes("answer_manifest");
        return manifest == null ? null : new Signed(manifest, row.getBytes("answer_signature"));
    }
}
