package org.dianqiao.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.ledger.Signed;
import org.dianqiao.ledger.TreeHead;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;

/** What the gateway says in answer, signed, and the ledger entry that remembers question and answer together. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    private final String ourId;
    private final SigningKey key;
    private final Clock clock;
    private final LedgerTree tree;

    public Answers(String ourId, SigningKey key, LedgerTree tree, Clock clock) {
        this.ourId = ourId;
        this.key = key;
        this.tree = tree;
        this.clock = clock;
    }

    /** An answer and its entry: stored first, sent then. */
    public record Recorded(Answer answer, Entry entry) {}

    private record ReceiptBody(
            String accepted,
            String manifest,
            String entry,
            TreeHead head,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String upload) {}

    /** `kept`: where the words stand in the entry itself. */
    private record Words(
            Said said,
            List<Said> further,
            byte @Nullable [] kept,
            @Nullable Attestation attested,
            @Nullable Remark remark) {

        static Words kept(Said said, byte[] bytes) {
            return new Words(said, List.of(), bytes, null, null);
        }

        List<Part> parts() {
            return said.part().length() == 0
                    ? List.of()
                    : Said.all(said, further).stream().map(Said::part).toList();
        }
    }

    /** `upload`: where the part that it announces is to be sent. */
    Recorded receipt(Message message, @Nullable String upload) {
        byte[] body = json(new ReceiptBody(
                Entry.time(message.receivedAt()),
                Sm3.hex(message.signed().manifestSm3()),
                message.entry(),
                tree.newest(),
                upload));
        return recorded(
                message.opened(),
                message.entry(),
                message.receivedAt(),
                Kind.RECEIPT,
                202,
                Words.kept(Said.of(JSON_TYPE, body), body),
                "accepted");
    }

    /** A reply may hold personal data: its body goes where it can be erased. */
    Recorded reply(Message query, Replied replied) {
        return recorded(
                query.opened(),
                query.entry(),
                query.receivedAt(),
                Kind.REPLY,
                200,
                new Words(replied.body(), replied.further(), null, replied.attested(), replied.remark()),
                "accepted");
    }

    Recorded refusal(Opened opened, Refused refused) {
        Instant now = clock.instant();
        byte[] body = Problem.of(refused);
        int status = refused.code().status();
        Recorded recorded = recorded(
                opened,
                EntryId.at(now),
                now,
                Kind.REFUSAL,
                status,
                Words.kept(Said.of(Problem.TYPE, body), body),
                refused.code().word());
        return new Recorded(Answer.problem(refused, recorded.answer()), recorded.entry());
    }

    private Recorded recorded(
            Opened opened, String entryId, Instant at, Kind kind, int status, Words words, String outcome) {
        Manifest asked = opened.manifest();
        Manifest manifest = new Manifest(
                entryId,
                kind,
                asked.service(),
                ourId,
                asked.from(),
                clock.instant(),
                asked.caseId(),
                asked.id(),
                null,
                words.attested(),
                words.parts());
        byte[] bytes = manifest.toBytes(words.remark());
        Signed answer = new Signed(bytes, key.seal(bytes));
        Entry entry = new Entry(
                entryId,
                at,
                Entry.Direction.IN,
                opened.sender().id(),
                asked.id(),
                asked.kind().word(),
                asked.service(),
                outcome,
                asked.caseId(),
                entryId,
                opened.signed(),
                answer,
                words.kept());
        return new Recorded(Answer.signed(status, answer, entryId, words.said(), words.further()), entry);
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
