package org.dianqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.RetentionStore;
import org.dianqiao.exchange.RetentionWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a bundle holds of each kind of entry: everything that was said, as long as it is kept. */
class EvidenceOfOneEntryTest extends WithEvidence {

    private static final String REGISTRY = "registry.henan";
    private static final String PLATFORM_THERE = "approval.huangshan";
    private static final String CERTIFICATE = "豫(2026)郑州市不动产权第0012345号";
    private static final String[] LEDGER = {"ledger/entry.txt", "ledger/inclusion.json", "ledger/head.json"};

    private static Office registry;
    private static Office platformThere;

    @BeforeAll
    static void opensTheirOffices() {
        registry = office(REGISTRY, """
                kind: registry
                region: "410000"
                receives: [ property.lookup ]
                """);
        platformThere = office(PLATFORM_THERE, """
                kind: approval-platform
                region: "341000"
                sends: [ { service: ledger.evidence } ]
                receives: [ notice.published ]
                """);
    }

    @AfterAll
    static void closes() {
        registry.close();
        platformThere.close();
    }

    @Test
    void holdsAnAcceptedMessageAndItsReceipt() {
        Parcel parcel = coded().sealed();
        Reply receipt = accepted(post(parcel));
        Unpacked bundle = evidence(PLATFORM, entryOf(receipt));
        assertThat(bundle.contents().subList(0, 7))
                .containsExactly(
                        "mimetype",
                        "message/manifest.json",
                        "message/signature.p7s",
                        "message/parts/payload",
                        "answer/manifest.json",
                        "answer/signature.p7s",
                        "answer/body");
        assertThat(bundle.contents()).contains(LEDGER).noneMatch(name -> name.startsWith("origin/"));
        assertThat(bundle.bytes("message/manifest.json")).isEqualTo(parcel.manifest());
        assertThat(Parcel.base64(bundle.bytes("message/signature.p7s"))).isEqualTo(parcel.signatureHeader());
        assertThat(bundle.bytes("message/parts/payload")).isEqualTo(parcel.body());
        assertThat(bundle.bytes("answer/manifest.json")).isEqualTo(receipt.bytes("DQ-Manifest"));
        assertThat(bundle.bytes("answer/signature.p7s")).isEqualTo(receipt.bytes("DQ-Signature"));
        assertThat(bundle.bytes("answer/body")).isEqualTo(receipt.body());
    }

    @Test
    void holdsARefusalAndWhatWasRefusedWithoutItsParts() {
        Parcel parcel = event(PLATFORM, "lead.answered", Plots.object()).sealed();
        Reply refusal = post(parcel);
        assertRefused(refusal, parcel, 403, "not-permitted");
        Unpacked bundle = evidence(PLATFORM, entryOf(refusal));
        assertThat(bundle.bytes("message/manifest.json")).isEqualTo(parcel.manifest());
        assertThat(bundle.bytes("answer/body")).isEqualTo(refusal.body());
        assertThat(bundle.in("message/parts/")).isEmpty();
    }

    @Test
    void holdsADeliveryAndTheReceiversReceipt() {
        String code = Plots.freshCode();
        accepted(
                post(event(PLATFORM, "project.code-assigned", Plots.coded(code)).put("case", code)));
        Unpacked bundle = evidence(GRID, entryWhere("direction = 'out' AND case_id = ?", code));
        assertThat(bundle.text("ledger/entry.txt").lines()).contains("out", GRID, "lead.assigned", "delivered");
        assertThat(bundle.json("message/manifest.json").path("from").asText()).isEqualTo("gateway");
        assertThat(bundle.json("message/parts/payload").path("projectCode").asText())
                .isEqualTo(code);
        assertThat(bundle.json("answer/manifest.json").path("from").asText()).isEqualTo(GRID);
        assertThat(bundle.json("answer/body").has("accepted")).isTrue();
        assertThat(bundle.in("origin/")).isEmpty();
    }

    @Test
    void holdsWhatWasPassedOnTogetherWithItsSendersOwnWords() {
        Parcel notice = event(GAS, "notice.published", Plots.notice("管网改造")).sealed();
        String accepted = entryOf(accepted(post(notice)));
        Unpacked bundle = evidence(GAS, entryWhere("direction = 'out' AND parts_of = ?", accepted));
        assertThat(bundle.in("origin/")).containsExactly("origin/manifest.json", "origin/signature.p7s");
        assertThat(bundle.bytes("origin/manifest.json")).isEqualTo(notice.manifest());
        assertThat(bundle.bytes("message/parts/payload")).isEqualTo(notice.body());
        assertThat(bundle.json("answer/manifest.json").path("from").asText()).isEqualTo(PLATFORM_THERE);
    }

    @Test
    void holdsAReplyTogetherWithTheProvidersOwnWords() {
        registry.manner(visit -> Response.reply(units()));
        Reply reply = accepted(post(question()));
        Unpacked bundle = evidence(GRID, entryOf(reply));
        assertThat(bundle.bytes("answer/body")).isEqualTo(reply.body());
        assertThat(bundle.bytes("origin/manifest.json")).isEqualTo(reply.bytes("DQ-Origin-Manifest"));
        assertThat(bundle.bytes("origin/signature.p7s")).isEqualTo(reply.bytes("DQ-Origin-Signature"));
    }

    @Test
    void holdsOurQuestionToAProviderAndTheirReply() {
        registry.manner(visit -> Response.reply(units()));
        Parcel question = question().sealed();
        Reply reply = accepted(post(question));
        String asked = entryWhere("kind = 'query' AND direction = 'out' AND parts_of = ?", entryOf(reply));
        Unpacked bundle = evidence(GRID, asked);
        assertThat(bundle.bytes("origin/manifest.json")).isEqualTo(question.manifest());
        assertThat(bundle.bytes("answer/manifest.json")).isEqualTo(reply.bytes("DQ-Origin-Manifest"));
        assertThat(bundle.bytes("answer/body")).isEqualTo(reply.body());
        assertThat(bundle.bytes("message/parts/payload")).isEqualTo(question.body());
    }

    @Test
    void holdsTheFilesOfAReplyOnBothSides() {
        Piece plan = Piece.text("宗地图.ofd", "OFD".repeat(500_000));
        registry.manner(visit -> Response.reply(units(), plan, Piece.text("..", "no file's name")));
        String entry = entryOf(accepted(post(question())));
        assertThat(evidence(GRID, entry).in("answer/parts/")).containsExactly("answer/parts/宗地图.ofd");
        registry.manner(visit -> Response.reply(units(), plan));
        String whole = entryOf(accepted(post(question())));
        String asked = entryWhere("kind = 'query' AND direction = 'out' AND parts_of = ?", whole);
        for (String each : List.of(whole, asked)) {
            assertThat(evidence(GRID, each).bytes("answer/parts/宗地图.ofd")).isEqualTo(plan.bytes());
            assertVerdict("FULL", GRID, each);
        }
    }

    @Test
    void holdsNoAnswerWhereNoneCame() {
        registry.manner(visit -> Response.unsigned(500));
        Parcel question = question().sealed();
        assertRefused(post(question), question, 502, "provider-failed");
        String asked = registry.visits()
                .get(registry.visits().size() - 1)
                .manifest()
                .path("id")
                .asText();
        Unpacked bundle = evidence(BUREAU, entryWhere("direction = 'out' AND message_id = ?", asked));
        assertThat(bundle.text("ledger/entry.txt").lines()).contains("expired", "-");
        assertThat(bundle.in("answer/")).isEmpty();
    }

    @Test
    void holdsNoBundleThatWasGivenBefore() {
        String entry = entryOf(accepted(post(coded())));
        Reply given = accepted(post(asking(PLATFORM, of(entry))));
        Unpacked bundle = evidence(PLATFORM, entryOf(given));
        assertThat(bundle.in("answer/")).containsExactly("answer/manifest.json", "answer/signature.p7s");
        assertVerdict("PARTIAL", PLATFORM, entryOf(given));
        Reply refusal = post(asking(GAS, of(entry)));
        assertThat(evidence(GAS, entryOf(refusal)).bytes("answer/body")).isEqualTo(refusal.body());
    }

    @Test
    void holdsEveryPartUnderItsName() {
        byte[] plan = new byte[3 << 20];
        new Random(410105).nextBytes(plan);
        Parcel parcel = coded().pieces(
                        Piece.json(Plots.coded()),
                        new Piece("总平面图 (第1版).dwg", "application/acad", plan),
                        new Piece("空.txt", "text/plain", new byte[0]),
                        Piece.text("CON", "Windows has no file of this name"),
                        Piece.text("...", "a name as any other"))
                .sealed();
        Unpacked bundle = evidence(PLATFORM, entryOf(accepted(post(parcel))));
        assertThat(bundle.in("message/parts/"))
                .containsExactly(
                        "message/parts/payload",
                        "message/parts/总平面图 (第1版).dwg",
                        "message/parts/空.txt",
                        "message/parts/CON",
                        "message/parts/...");
        assertThat(bundle.bytes("message/parts/总平面图 (第1版).dwg")).isEqualTo(plan);
    }

    @Test
    void leavesOutPartsWhoseNamesAreNoFiles() {
        Parcel parcel = coded().pieces(
                        Piece.json(Plots.coded()), Piece.text("..", "the folder above"), Piece.text(".", "the folder"))
                .sealed();
        String entry = entryOf(accepted(post(parcel)));
        Unpacked bundle = evidence(PLATFORM, entry);
        assertThat(bundle.in("message/parts/")).containsExactly("message/parts/payload");
        assertVerdict("PARTIAL", PLATFORM, entry);
    }

    @Test
    void leavesOutWhatIsErasedAndProvesItAllTheSame() {
        registry.manner(visit -> Response.reply(units()));
        String entry = entryOf(accepted(post(question())));
        assertVerdict("FULL", GRID, entry);
        try {
            new RetentionWatch(
                            bean(RetentionStore.class), bean(Catalogue.class), Clock.offset(CLOCK, Duration.ofDays(31)))
                    .erase();
            assertThat(evidence(GRID, entry).contents()).doesNotContain("message/parts/payload", "answer/body");
            assertVerdict("DIGEST-ONLY", GRID, entry);
        } finally {
            database().sql("UPDATE erased_until SET entry = ''").update();
        }
    }

    private static Draft question() {
        return query(GRID, "property.lookup", Plots.propertyOf(CERTIFICATE)).put("purpose", "supply application");
    }

    private static ObjectNode units() {
        ObjectNode units = Plots.object();
        ObjectNode unit = units.putArray("units").addObject();
        unit.put("unitNo", "450103001001GB00001F00010001")
                .put("certNo", CERTIFICATE)
                .putArray("owners");
        unit.put("address", "郑州市金水区").put("usage", "住宅").put("areaM2", 96).put("status", "现势");
        return units;
    }
}
