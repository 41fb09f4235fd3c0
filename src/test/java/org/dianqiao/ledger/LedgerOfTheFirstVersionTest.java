package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.audit.Rfc9162;
import org.junit.jupiter.api.Test;

/** Entries that were there before there was a tree. */
class LedgerOfTheFirstVersionTest extends WithLedger {

    @Override
    protected String firstVersion() {
        return "2";
    }

    @Test
    void getsItsPlaceInTheTreeBeforeAllThatFollows() {
        List<Entry> older = Stream.generate(this::entry).limit(300).toList();
        older.forEach(this::write);
        migrate("latest");
        LedgerNode node = node();
        List<Entry> newer = append(node, 10);
        node.tick();
        List<Entry> all = Stream.concat(older.stream(), newer.stream())
                .sorted(Comparator.comparing(Entry::id))
                .toList();
        assertThat(places()).isEqualTo(all.stream().map(Entry::id).toList());
        List<byte[]> leaves = all.stream()
                .map(entry -> Rfc9162.leaf(entry.text().getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(node.tree().newest().rootBytes()).isEqualTo(Rfc9162.mth(leaves));
    }

    private void write(Entry entry) {
        Signed answer = entry.answer();
        owner().sql("""
                        INSERT INTO ledger_entry (id, at, direction, partner, message_id, kind, service, outcome,
                                                  case_id, parts_of, manifest, signature, answer_manifest,
                                                  answer_signature)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                .update();
    }
}
