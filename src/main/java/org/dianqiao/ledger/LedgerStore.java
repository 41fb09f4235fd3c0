package org.dianqiao.ledger;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only table. There is no method here that changes an entry, and the database would refuse one. */
@Repository
public class LedgerStore {

    private final JdbcClient jdbc;

    public LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(Entry entry) {
        Signed answer = entry.answer();
        jdbc.sql("""
                INSERT INTO ledger_entry (id, at, direction, partner, message_id, kind, service, outcome, case_id,
                                          parts_of, manifest, signature, answer_manifest, answer_signature, answer_body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(entry.id())
                .param(entry.at().atOffset(ZoneOffset.UTC))
                .param(entry.direction().word())
                .param(entry.partner())
                .param(entry.messageId())
                .param(entry.kind())
                .param(entry.service())
                .param(entry.outcome())
                .param(entry.caseId())
                .param(entry.partsOf())
                .param(entry.message().manifest())
                .param(entry.message().signature())
                .param(answer == null ? null : answer.manifest())
                .param(answer == null ? null : answer.signature())
                .param(entry.answerBody())
                .update();
    }
}
