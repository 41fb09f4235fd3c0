package org.dianqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;

/** Whoever has pinned the gateway's certificate can check its ledger, and find their own messages in it. */
class LedgerUnderAuditTest extends AtTheDoor {

    private static final int TILE = 256;

    private final Auditor auditor = new Auditor(gateway(), signatories());

    @Test
    void isOneTreeThatOnlyGrows() {
        Head before = auditor.head();
        for (int i = 0; i < 3; i++) {
            Head last = auditor.head();
            accepted(post(drill()));
            Head next = await().until(auditor::head, head -> head.size() > last.size());
            auditor.requireGrowth(last, next);
        }
        List<Head> heads = auditor.heads(before.size());
        assertThat(heads).hasSizeGreaterThanOrEqualTo(3).extracting(Head::size).isSorted();
        for (Head head : heads) {
            auditor.requireGrowth(before, head);
            before = head;
        }
    }

    @Test
    void holdsWhatWasReceipted() {
        Parcel parcel = coded().sealed();
        Reply receipt = accepted(post(parcel));
        String text = held(PLATFORM, String.valueOf(receipt.header("DQ-Entry")));
        assertThat(text.lines())
                .contains(PLATFORM, parcel.id(), "accepted")
                .contains(receipt.json().path("accepted").asText())
                .contains(Draft.sm3(parcel.manifest()), Draft.sm3(receipt.bytes("DQ-Manifest")));
    }

    @Test
    void holdsWhatWasRefused() {
        Parcel parcel = event(PLATFORM, "lead.answered", Plots.object()).sealed();
        Reply refusal = post(parcel);
        assertRefused(refusal, parcel, 403, "not-permitted");
        assertThat(held(PLATFORM, String.valueOf(refusal.header("DQ-Entry"))).lines())
                .contains(parcel.id(), "not-permitted", Draft.sm3(refusal.bytes("DQ-Manifest")));
    }

    @Test
    void holdsWhatWasDelivered() {
        String code = Plots.freshCode();
        accepted(
                post(event(PLATFORM, "project.code-assigned", Plots.coded(code)).put("case", code)));
        String entry = await().until(() -> deliveryOf(code), found -> !found.isEmpty());
        assertThat(held(GRID, entry).lines()).contains("out", GRID, "lead.assigned", "delivered");
    }

    @Test
    void givesItsTilesFromWhichTheRootIsMade() {
        IntStream.range(0, TILE + 1).forEach(i -> accepted(post(drill())));
        Head head = await().until(auditor::head, newest -> newest.size() > TILE);
        List<byte[]> leaves = auditor.leaves(head.size());
        assertThat(Rfc9162.mth(leaves)).isEqualTo(head.root());
        assertThat(auditor.tile(0, 0, "")).usingRecursiveComparison().isEqualTo(leaves.subList(0, TILE));
        assertThat(auditor.tile(1, 0, "?width=1").get(0)).isEqualTo(Rfc9162.mth(leaves.subList(0, TILE)));
    }

    @Test
    void doesNotHoldAnyOtherWord() {
        String entry = String.valueOf(accepted(post(drill())).header("DQ-Entry"));
        String text = held(PLATFORM, entry);
        long index = asked(PLATFORM, entry).path("index").asLong();
        Head head = auditor.head();
        for (String other : List.of(text.replace("accepted", "refused"), text + "\n", text.strip())) {
            assertThatThrownBy(() -> auditor.requireHeld(other.getBytes(StandardCharsets.UTF_8), index, head))
                    .isInstanceOf(Auditor.Finding.class);
        }
    }

    @Test
    void hasNoHeadButThoseThatWereSigned() {
        Head head = auditor.head();
        Head larger = new Head(head.size() + 1, head.root(), head.time(), head.signature());
        assertThatThrownBy(() -> auditor.signed(larger)).isInstanceOf(Auditor.Finding.class);
    }

    @Test
    void isKnownToEveryReceipt() {
        accepted(post(drill()));
        await().until(
                        () -> accepted(post(drill())),
                        receipt -> receipt.json().at("/head/size").asLong() > 0);
        Head told = auditor.signed(Head.of(accepted(post(drill())).json().path("head")));
        auditor.requireGrowth(told, auditor.head());
    }

    /** The entry's text as this partner is told it, once it is proven to be in the tree. */
    private String held(String partner, String entry) {
        JsonNode told = await().until(() -> asked(partner, entry), reply -> reply.has("index"));
        String text = told.path("text").asText();
        long index = told.path("index").asLong();
        Head head = await().until(auditor::head, newest -> newest.size() > index);
        auditor.requireHeld(text.getBytes(StandardCharsets.UTF_8), index, head);
        return text;
    }

    private static JsonNode asked(String partner, String entry) {
        return accepted(post(query(partner, "ledger.entry", Plots.object().put("entry", entry))))
                .json();
    }

    private static String deliveryOf(String code) {
        return database()
                .sql("SELECT id FROM ledger_entry WHERE case_id = ? AND direction = 'out'")
                .param(code)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
