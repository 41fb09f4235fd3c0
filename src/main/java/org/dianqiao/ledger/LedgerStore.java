package org.dianqiao.ledger;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only table. There is no method here that changes an entry, and the database would refuse one. */
@Repository
public class LedgerStore {

    private static final String COLUMNS = """
            (id, at, direction, partner, message_id, kind, service, outcome, case_id, parts_of,
             manifest, signature, answer_manifest, answer_signature, answer_body)""";
    private static final String VALUES =
            "(?::text, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text,"
                    + " ?::text, ?::text, ?::bytea, ?::bytea, ?::bytea, ?::bytea, ?::bytea)";

    private final JdbcClient jdbc;

    public LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(Entry entry) {
        jdbc.sql("INSERT INTO ledger_entry " + COLUMNS + " VALUES " + VALUES)
                .params(values(entry))
                .update();
    }

    /**
     * The last part of a statement that appends an entry if, and only if, the part before it gave a row. What belongs
     * together is so said to the database in one breath. Its parameters are the {@link #values}.
     */
    public static String appendingIf(String given) {
        return "INSERT INTO ledger_entry " + COLUMNS + " SELECT " + VALUES.substring(1, VALUES.length() - 1) + " FROM "
                + given;
    }

    public static List<@Nullable Object> values(Entry entry) {
        Signed answer = entry.answer();
        return Arrays.asList(
                entry.id(),
                entry.at().atOffset(ZoneOffset.UTC),
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
                entry.answerBody());
    }
}
