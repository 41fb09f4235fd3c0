package org.dianqiao.web.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.dianqiao.exchange.Attestations;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages, as the ledger has them. */
@Repository
class MessageStore {

    /** A project code or case number stands in the messages themselves; of a filing's or application's the case knows. */
    private static final String OF_PROJECT = """
            AND id IN (
                WITH told AS (
                    SELECT c.thread, t.entry, t.sent
                    FROM casefile c JOIN case_event t USING (case_no)
                    WHERE c.case_no = :project OR c.number = :project)
                SELECT id FROM ledger_entry WHERE case_id = :project
                UNION SELECT entry FROM told
                UNION SELECT o.id
                FROM told JOIN ledger_entry o ON o.case_id = told.thread AND o.message_id = told.sent
                WHERE o.direction = 'out')
            """;

    private final JdbcClient jdbc;
    private final Attestations attestations;

    MessageStore(JdbcClient jdbc, Attestations attestations) {
        this.jdbc = jdbc;
        this.attestations = attestations;
    }

    /** The newest first. `since`: the smallest entry id that counts. */
    List<Row> list(Filter filter, String since, int limit) {
        String ofProject = filter.project() == null ? "" : OF_PROJECT;
        return jdbc.sql("""
                SELECT id, at, direction, partner, message_id, kind, service, outcome, case_id, manifest, signature,
                       answer_manifest, answer_signature,
                       EXISTS (SELECT FROM legal_hold h WHERE h.case_id = e.case_id AND h.released_at IS NULL) AS held
                FROM ledger_entry e
                WHERE id >= :since
                  AND (:partner::text IS NULL OR partner = :partner)
                  AND (:service::text IS NULL OR service = :service)
                  AND (:outcome::text IS NULL OR outcome = :outcome
                       OR :outcome = 'refused' AND outcome NOT IN (:notRefused))
                  %s
                ORDER BY id DESC LIMIT :limit
                """.formatted(ofProject))
                .param("since", since)
                .param("partner", filter.partner())
                .param("service", filter.service())
                .param("project", filter.project())
                .param("outcome", filter.outcome())
                .param("notRefused", Fate.NOT_REFUSED)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("direction"),
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("kind"),
                row.getString("service"),
                row.getString("outcome"),
                row.getString("case_id"),
                row.getBoolean("held"),
                attestations.of(new Signed(row.getBytes("manifest"), row.getBytes("signature")), answer(row)));
    }

    private static @Nullable Signed answer(ResultSet row) throws SQLException {
        byte[] manifest = row.getBytes("answer_manifest");
        return manifest == null ? null : new Signed(manifest, row.getBytes("answer_signature"));
    }
}
