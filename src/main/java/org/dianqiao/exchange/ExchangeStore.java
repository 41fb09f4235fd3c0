package org.dianqiao.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accepted messages, their parts, and the answers that their repeats get. */
@Repository
public class ExchangeStore {

    /** By the number of parts: of most messages one, of what a partner said in a dialect also what it said. */
    private static final Map<Integer, String> RECORD_WITH_PARTS =
            Map.of(1, recording(1), 2, recording(2), 3, recording(3), 4, recording(4));

    private static final String ANSWERED =
            """
            bound AS (
                INSERT INTO accepted (sender, message_id, manifest_sm3, entry, asked_entry)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING entry),
            """ + keeping("question", Role.MESSAGE, 0) + ", " + keeping("reply", Role.ANSWER, 0)
                    + LedgerStore.appendingIf("bound");
    private static final String RECORD_ANSWERED = "WITH " + ANSWERED;
    private static final String RECORD_ASKED_AND_ANSWERED = "WITH " + LedgerStore.appending("asked") + ", " + ANSWERED;

    private final JdbcClient jdbc;
    private final LedgerStore ledger;
    private final SealedParts sealed;
    private final KeptPartStore kept;
    private final UploadedPartStore uploaded;

    public ExchangeStore(
            JdbcClient jdbc, LedgerStore ledger, SealedParts sealed, KeptPartStore kept, UploadedPartStore uploaded) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.sealed = sealed;
        this.kept = kept;
        this.uploaded = uploaded;
    }

    /**
     * What was answered before: the stored bytes, and the digest of the manifest that they answered.
     *
     * @param body of a receipt; a reply's is kept as a part
     */
    record Earlier(
            byte[] manifestSm3,
            String entry,
            byte[] answerManifest,
            byte[] answerSignature,
            byte @Nullable [] body,
            byte @Nullable [] originManifest,
            byte @Nullable [] originSignature) {}

    /**
     * Binds the message's id to its content for ever. False: it is bound already. Of two at once the database lets the
     * second wait here until the first has committed or failed.
     */
    boolean bind(Message message, @Nullable String askedEntry) {
        return jdbc.sql("""
                INSERT INTO accepted (sender, message_id, manifest_sm3, entry, asked_entry)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
                        .param(message.sender().id())
                        .param(message.manifest().id())
                        .param(message.signed().manifestSm3())
                        .param(message.entry())
                        .param(askedEntry)
                        .update()
                == 1;
    }

    /**
     * All that an accepted event leaves, in one statement where its parts are few and small: the id bound, the parts, the
     * ledger entry. False: the id is bound already, and nothing is left.
     */
    boolean record(Message message, Entry entry) {
        String atOnce = RECORD_WITH_PARTS.get(message.contents().size());
        if (atOnce != null && isSmall(message)) {
            return record(message, entry, atOnce);
        }
        if (!bind(message, null)) {
            return false;
        }
        keepParts(message);
        ledger.append(entry);
        return true;
    }

    /**
     * All that a query leaves that was answered, in one statement where its parts are few: our question to who knew it, which
     * stands in any case; the id bound, both payloads, the ledger entry. False: the id is bound already.
     */
    boolean record(Message query, Replied replied, Entry reply) {
        Entry asked = replied.asked();
        if (query.contents().size() == 1
                && isSmall(query)
                && replied.further().isEmpty()
                && replied.body().content().inMemory()) {
            return recordShort(query, replied, asked, reply);
        }
        if (asked != null) {
            ledger.append(asked);
        }
        if (!bind(query, replied.answeredIn())) {
            return false;
        }
        keepParts(query);
        keepReply(query, replied);
        ledger.append(reply);
        return true;
    }

    private boolean recordShort(Message query, Replied replied, @Nullable Entry asked, Entry reply) {
        List<@Nullable Object> values = new ArrayList<>();
        if (asked != null) {
            values.addAll(ledger.values(asked));
        }
        values.addAll(Arrays.asList(
                query.sender().id(),
                query.manifest().id(),
                query.signed().manifestSm3(),
                query.entry(),
                replied.answeredIn()));
        values.addAll(values(query));
        values.addAll(values(query, Role.ANSWER, 0, replied.body()));
        values.addAll(ledger.values(reply));
        return jdbc.sql(asked == null ? RECORD_ANSWERED : RECORD_ASKED_AND_ANSWERED)
                        .params(values)
                        .update()
                == 1;
    }

    private boolean record(Message message, Entry entry, String atOnce) {
        return jdbc.sql(atOnce)
                        .param(message.sender().id())
                        .param(message.manifest().id())
                        .param(message.signed().manifestSm3())
                        .param(message.entry())
                        .params(values(message))
                        .params(ledger.values(entry))
                        .update()
                == 1;
    }

    private static boolean isSmall(Message message) {
        return message.manifest().parts().size() == message.contents().size()
                && message.contents().stream().allMatch(Content::inMemory);
    }

    private static String recording(int parts) {
        return IntStream.range(0, parts)
                .mapToObj(ordinal -> keeping("kept_" + ordinal, Role.MESSAGE, ordinal))
                .collect(Collectors.joining(", ", """
                        WITH bound AS (
                            INSERT INTO accepted (sender, message_id, manifest_sm3, entry)
                            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING entry),
                        """, LedgerStore.appendingIf("bound")));
    }

    /** A part of a WITH statement that keeps a part of what was bound. */
    private static String keeping(String name, Role role, int ordinal) {
        return name + """
                 AS (
                    INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content)
                    SELECT entry, '%s', %d, ?::text, ?::text, ?::text, ?::bigint, ?::bytea, ?::bytea FROM bound)
                """.formatted(role.word(), ordinal);
    }

    /** All parts of a message, in their order. */
    private List<Object> values(Message message) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < message.contents().size(); i++) {
            Said said = new Said(
                    message.manifest().parts().get(i), message.contents().get(i));
            values.addAll(values(message, Role.MESSAGE, i, said));
        }
        return values;
    }

    private List<Object> values(Message message, Role role, int ordinal, Said said) {
        Part part = said.part();
        return List.of(
                message.service().name(),
                part.name(),
                part.type(),
                part.length(),
                HexFormat.of().parseHex(part.sm3()),
                sealed.lock(said.content().bytes(), message.entry(), role.word(), ordinal));
    }

    boolean isBound(Message message) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM accepted WHERE sender = ? AND message_id = ?)")
                .params(message.sender().id(), message.manifest().id())
                .query(Boolean.class)
                .single();
    }

    void keepParts(Message message) {
        List<Part> parts = message.manifest().parts();
        uploaded.keep(message);
        for (int i = 0; i < message.contents().size(); i++) {
            Content content = message.contents().get(i);
            if (content.uploadedAs() == null) {
                keep(message, Role.MESSAGE, i, parts.get(i), content);
            }
        }
    }

    void keepReply(Message query, Replied replied) {
        List<Said> all = Said.all(replied.body(), replied.further());
        for (int i = 0; i < all.size(); i++) {
            keep(query, Role.ANSWER, i, all.get(i).part(), all.get(i).content());
        }
    }

    private void keep(Message message, Role role, int ordinal, Part part, Content content) {
        kept.keep(message.entry(), role, ordinal, message.service().name(), part, content);
    }

    Optional<Earlier> earlier(String sender, String messageId) {
        return jdbc.sql("""
                SELECT a.manifest_sm3, a.entry, e.answer_manifest, e.answer_signature,
                       e.answer_body AS body,
                       o.answer_manifest AS origin_manifest, o.answer_signature AS origin_signature
                FROM accepted a
                JOIN ledger_entry e ON e.id = a.entry
                LEFT JOIN ledger_entry o ON o.id = a.asked_entry
                WHERE a.sender = ? AND a.message_id = ?
                """)
                .param(sender)
                .param(messageId)
                .query((row, n) -> new Earlier(
                        row.getBytes("manifest_sm3"),
                        row.getString("entry"),
                        row.getBytes("answer_manifest"),
                        row.getBytes("answer_signature"),
                        row.getBytes("body"),
                        row.getBytes("origin_manifest"),
                        row.getBytes("origin_signature")))
                .optional();
    }

    static Signed answer(Earlier earlier) {
        return new Signed(earlier.answerManifest(), earlier.answerSignature());
    }
}
