package org.dianqiao.web.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages, as the ledger has them. */
@Repository
class MessageStore {

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. `since`: the smallest entry id that counts. */
    List<Row> list(Filter filter, String since, int limit) {
        return jdbc.sql("""
                SELECT id, at, direction, partner, message_id, kind, service, outcome, case_id
                FROM ledger_entry
                WHERE id >= :since
                  AND (:partner::text IS NULL OR partner = :partner)
                  AND (:service::text IS NULL OR service = :service)
                  AND (:project::text IS NULL OR case_id = :project)
                  AND (:outcome::text IS NULL OR outcome = :outcome
                       OR :outcome = 'refused' AND outcome NOT IN (:notRefused))
                ORDER BY id DESC LIMIT :limit
                """)
                .param("since", since)
                .param("partner", filter.partner())
                .param("service", filter.service())
                .param("project", filter.project())
                .param("outcome", filter.outcome())
                .param("notRefused", Fate.NOT_REFUSED)
                .param("limit", limit)
                .query(MessageStore::row)
                .list();
    }

    Optional<Entry> find(String id) {
        return jdbc.sql("SELECT * FROM ledger_entry WHERE id = ?")
                .param(id)
                .query(MessageStore::entry)
                .optional();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("direction"),
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("kind"),
                row.getString("service"),
                row.getString("outcome"),
                row.getString("case_id"));
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        Row head = row(row, n);
        return new Entry(
                head.id(),
                head.at(),
                head.incoming() ? Entry.Direction.IN : Entry.Direction.OUT,
                head.partner(),
                head.messageId(),
                head.kind(),
                head.service(),
                head.outcome(),
                head.caseId(),
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
