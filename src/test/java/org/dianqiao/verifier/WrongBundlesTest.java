package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.verifier.Asked.codes;
import static org.dianqiao.verifier.BundleDraft.accepted;
import static org.dianqiao.verifier.BundleDraft.asked;
import static org.dianqiao.verifier.BundleDraft.delivered;
import static org.dianqiao.verifier.BundleDraft.expired;
import static org.dianqiao.verifier.BundleDraft.refused;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.StampDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence in which one thing is wrong, and that thing is what is found. */
class WrongBundlesTest {

    private static final String OTHER_DIGEST = "ab".repeat(32);

    static Stream<Arguments> wrong() {
        return Stream.of(
                argumentSet(
                        "a changed part",
                        accepted().sealed().put("message/parts/payload", "{}"),
                        "wrong-digest,wrong-length"),
                argumentSet("a part nobody signed", accepted().sealed().put("message/parts/more", "x"), "undeclared"),
                argumentSet(
                        "a changed body", asked().sealed().put(Layout.BODY, "{\"leadNo\":\"L-2\"}"), "wrong-digest"),
                argumentSet(
                        "a changed file of an answer",
                        asked("宗地图.ofd").sealed().put("answer/parts/宗地图.ofd", "OFX"),
                        "wrong-digest"),
                argumentSet(
                        "a file of an answer that nobody signed",
                        asked("宗地图.ofd").sealed().put("answer/parts/more", "x"),
                        "undeclared"),
                argumentSet(
                        "a changed manifest",
                        accepted().sealed().change("message/manifest.json", "2609", "2610"),
                        "entry-mismatch,answer-mismatch,bad-signature"),
                argumentSet(
                        "a changed answer",
                        accepted().sealed().change("answer/manifest.json", "+08:00", "+07:00"),
                        "entry-mismatch,bad-signature"),
                argumentSet(
                        "no message",
                        accepted().sealed().drop("message/manifest.json"),
                        "missing,undeclared,undeclared"),
                argumentSet(
                        "no signature",
                        accepted().sealed().drop("message/signature.p7s"),
                        "missing,undeclared,undeclared"),
                argumentSet(
                        "no answer",
                        accepted()
                                .sealed()
                                .drop("answer/manifest.json")
                                .drop("answer/signature.p7s")
                                .drop(Layout.BODY),
                        "missing,missing"),
                argumentSet("no entry", accepted().sealed().drop(Layout.ENTRY), "missing"),
                argumentSet("no proof", accepted().sealed().drop(Layout.INCLUSION), "missing"),
                argumentSet("no head", accepted().sealed().drop(Layout.HEAD).drop(Layout.STAMP), "missing"),
                argumentSet(
                        "swapped statements",
                        swapped(),
                        "entry-mismatch,".repeat(5) + "answer-mismatch,entry-mismatch,"
                                + "answer-mismatch,answer-mismatch,answer-mismatch,wrong-side,wrong-side"),
                argumentSet(
                        "an answer that was never given",
                        expired()
                                .answer("receipt", "grid.henan", "gateway", "{}")
                                .sealed(),
                        "answer-mismatch,malformed,wrong-side"),
                argumentSet("an origin of something else", otherOrigin(), "origin-mismatch"),
                argumentSet("an origin of what was not passed on", strayOrigin(), "origin-unasked"),
                argumentSet("a refusal of another code", otherCode(), "answer-mismatch"),
                argumentSet("a receipt for another message", otherReceipt(), "answer-mismatch"),
                argumentSet("a gateway that writes its partners' messages", forgedByGateway(), "wrong-side"),
                argumentSet("words of another than who says them", attestedOfAnother(), "wrong-side"),
                argumentSet("an answer by somebody else", answeredByStranger(), "wrong-side"),
                argumentSet("a head by somebody else", headOf(Story.GRID), "wrong-side"),
                argumentSet("a head by a stranger", headOf(Story.STRANGERS.issue("河南省电桥")), "bad-certificate"),
                argumentSet(
                        "a signature by a stranger",
                        signedBy(Story.STRANGERS.issue("河南省工程建设项目审批管理系统")),
                        "bad-certificate"),
                argumentSet(
                        "a stranger who brings his root along",
                        signedBy(Story.STRANGERS.issue("某单位"))
                                .put(
                                        "trust/certificates/x.pem",
                                        Story.STRANGERS.certificate().pem()),
                        "bad-certificate"),
                argumentSet("an expired certificate", signedBy(Story.CENTRE.issueExpired("某单位")), "bad-certificate"),
                argumentSet(
                        "a certificate for encryption",
                        signedBy(Story.CENTRE.issueForEncryption("某单位")),
                        "bad-certificate"),
                argumentSet(
                        "a certificate for signing and for encryption",
                        signedBy(usedFor(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)),
                        "bad-certificate"),
                argumentSet(
                        "an authority's certificate",
                        signedBy(Story.CENTRE
                                .draft("某中心")
                                .usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)
                                .pathLength(0)
                                .issue()),
                        "bad-certificate"),
                argumentSet(
                        "a certificate without usage",
                        signedBy(Story.CENTRE.draft("某单位").usage(0).issue()),
                        "bad-certificate"),
                argumentSet(
                        "a certificate that demands the unknown",
                        signedBy(Story.CENTRE.draft("某单位").demanding("1.2.3.4").issue()),
                        "bad-certificate"),
                argumentSet("an issuer that is none", signedBy(belowNoAuthority()), "bad-certificate"),
                argumentSet("a certificate revoked before", revokedBefore(), "bad-certificate"),
                argumentSet(
                        "a revocation list of a stranger",
                        accepted().sealed().put("trust/revocation/x.crl", Story.STRANGERS.crl()),
                        "bad-list"),
                argumentSet(
                        "a revocation list of nothing",
                        accepted().sealed().put("trust/revocation/x.crl", new byte[] {0x30, 0x00}),
                        "bad-list"),
                argumentSet(
                        "a certificate file without any",
                        accepted().sealed().put("trust/certificates/x.pem", "x"),
                        "malformed"),
                argumentSet(
                        "a certificate under another's digest",
                        accepted()
                                .sealed()
                                .put(
                                        "trust/certificates/" + "0".repeat(64) + ".pem",
                                        Story.CENTRE.certificate().pem()),
                        "malformed"),
                argumentSet(
                        "a revocation list under another's digest",
                        accepted().sealed().put("trust/revocation/" + "0".repeat(64) + ".crl", Story.CENTRE.crl()),
                        "bad-list"),
                argumentSet("more revocation lists than are read", withManyLists(), "too-many-files"),
                argumentSet(
                        "another place in the tree",
                        accepted().sealed().change(Layout.INCLUSION, "\"index\":5", "\"index\":4"),
                        "not-in-tree"),
                argumentSet(
                        "a proof for another size",
                        accepted().sealed().change(Layout.INCLUSION, "\"size\":9", "\"size\":8"),
                        "proof-mismatch"),
                argumentSet(
                        "an entry that was changed",
                        accepted().sealed().change(Layout.ENTRY, "01:00:02", "01:00:03"),
                        "not-in-tree"),
                argumentSet(
                        "a head of another size",
                        accepted().sealed().change(Layout.HEAD, "\"size\":9", "\"size\":10"),
                        "bad-signature,proof-mismatch,bad-stamp"),
                argumentSet("an entry from the future", entryAfterHead(), "time-order"),
                argumentSet("a stamp from before", stampBeforeHead(), "time-order"),
                argumentSet(
                        "a stamp over another text",
                        accepted()
                                .sealed()
                                .put(
                                        Layout.STAMP,
                                        Stamps.token(
                                                new byte[] {1},
                                                Story.MORNING.plusSeconds(30),
                                                Story.CLOCK,
                                                draft -> draft)),
                        "bad-stamp"),
                argumentSet("a stamp by another key", stampedBy(draft -> draft.signedBy(Story.GRID)), "bad-signature"),
                argumentSet("a stamp for other purposes", stampOf(Story.GRID), "bad-certificate"),
                argumentSet(
                        "a stamp of a stranger", stampOf(Story.STRANGERS.issueForStamps("某时间戳服务")), "bad-certificate"),
                argumentSet(
                        "a stamp without certificate", stampedBy(StampDraft::withoutCertificates), "no-certificate"),
                argumentSet(
                        "a stamp that is a signature",
                        accepted().sealed().put(Layout.STAMP, Story.CLOCK.seal(new byte[1])),
                        "bad-stamp"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void findsWhatIsWrong(BundleDraft draft, String expected) {
        Opinion opinion = Asked.about(draft);

        assertThat(String.join(",", codes(opinion)))
                .as(() -> opinion.findings().stream()
                        .map(note -> note.wording().en())
                        .toList()
                        .toString())
                .isEqualTo(expected);
        assertThat(opinion.verdict()).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "kind", "service", "outcome", "id", "direction", "messageId"})
    void findsAnEntryThatSaysSomethingElse(String what) {
        BundleDraft draft = accepted();
        String entry = draft.entry();
        String other =
                switch (what) {
                    case "partner" -> entry.replace("approval.henan", "grid.henan");
                    case "kind" -> entry.replace("\nevent\n", "\nquery\n");
                    case "service" -> entry.replace("project.code-assigned", "project.updated");
                    case "outcome" -> entry.replace("accepted", "malformed");
                    case "id" -> entry.replace(Story.ENTRY_ID, "01k6another");
                    case "direction" -> entry.replace("\nin\n", "\nout\n");
                    default -> entry.replace("first-1", "first-2");
                };

        assertThat(codes(Asked.about(draft.sealedOver(other))))
                .isNotEmpty()
                .isSubsetOf("entry-mismatch", "answer-mismatch", "wrong-side");
    }

    @Test
    void findsAForkFromTheHeadThatTheCallerHolds() {
        BundleDraft draft = accepted().sealed();
        BundleDraft rewritten = accepted();
        rewritten.index = 2;
        rewritten.sealed();

        assertThat(codes(Asked.about(draft.zip(), RightBundlesTest.held(rewritten.heldHead(9)))))
                .containsExactly("fork");
        assertThat(codes(Asked.about(draft.zip(), RightBundlesTest.held(rewritten.held(7)))))
                .containsExactly("fork");
    }

    @Test
    void findsAHeldHeadThatTheGatewayDidNotSign() {
        BundleDraft draft = accepted().sealed();
        String others = BundleDraft.head(4, OTHER_DIGEST, Story.MORNING, Story.GRID);

        assertThat(codes(Asked.about(draft.zip(), RightBundlesTest.held(others))))
                .containsExactly("bad-held-head");
    }

    @Test
    void findsAForkBetweenTheReceiptsHeadAndTheBundles() {
        BundleDraft draft = accepted();
        draft.answer(
                "receipt",
                "gateway",
                "approval.henan",
                draft.receiptOfGateway(BundleDraft.head(9, OTHER_DIGEST, draft.at, Story.GATEWAY)));

        assertThat(codes(Asked.about(draft.sealed()))).containsExactly("fork");
    }

    @Test
    void findsEverySingleFlaw() {
        BundleDraft draft = accepted()
                .sealed()
                .put("message/parts/payload", "{}")
                .change(Layout.INCLUSION, "\"index\":5", "\"index\":4")
                .put("trust/revocation/x.crl", Story.STRANGERS.crl())
                .put("notes.txt", "x");

        assertThat(codes(Asked.about(draft)))
                .containsExactly("unknown-file", "bad-list", "wrong-digest", "wrong-length", "not-in-tree");
    }

    private static BundleDraft signedBy(SigningKey key) {
        BundleDraft draft = new BundleDraft();
        draft.sender = key;
        return draft.part("payload", "{}")
                .message("approval.henan", "gateway")
                .receipt()
                .sealed();
    }

    private static SigningKey usedFor(int bits) {
        return Story.CENTRE.draft("某单位").usage(bits).issue();
    }

    private static SigningKey belowNoAuthority() {
        return Story.CENTRE
                .draft("某人")
                .usage(KeyUsage.digitalSignature)
                .authority()
                .issue("某单位");
    }

    private static BundleDraft forgedByGateway() {
        return signedBy(Story.GATEWAY);
    }

    private static BundleDraft attestedOfAnother() {
        return BundleDraft.attested("grid.henan", Story.GATEWAY).sealed();
    }

    private static BundleDraft answeredByStranger() {
        BundleDraft draft = new BundleDraft();
        draft.answerer = Story.GRID;
        return draft.part("payload", "{}")
                .message("approval.henan", "gateway")
                .receipt()
                .sealed();
    }

    private static BundleDraft headOf(SigningKey key) {
        BundleDraft draft = asked();
        if (key == Story.GRID) {
            draft = BundleDraft.expired();
        }
        draft.sealer = key;
        return draft.sealed();
    }

    private static BundleDraft revokedBefore() {
        BundleDraft draft = accepted().sealed();
        return draft.put("trust/revocation/centre.crl", RightBundlesTest.revokedAt(-60, Story.PLATFORM));
    }

    private static BundleDraft otherOrigin() {
        BundleDraft draft = delivered();
        String manifest =
                new String(draft.file("origin/manifest.json"), UTF_8).replaceAll("\"sm3\":\"..", "\"sm3\":\"00");
        return draft.origin(manifest, Story.PLATFORM).sealed();
    }

    private static BundleDraft strayOrigin() {
        return accepted()
                .origin(new String(delivered().file("origin/manifest.json"), UTF_8), Story.GRID)
                .sealed();
    }

    private static BundleDraft otherCode() {
        return refused("stale")
                .answer("refusal", "gateway", "approval.henan", "{\"code\":\"throttled\"}")
                .sealed();
    }

    private static BundleDraft otherReceipt() {
        BundleDraft draft = accepted();
        String body = new String(draft.file(Layout.BODY), UTF_8).replaceAll("\"manifest\":\"..", "\"manifest\":\"00");
        return draft.answer("receipt", "gateway", "approval.henan", body).sealed();
    }

    private static BundleDraft swapped() {
        BundleDraft draft = asked().sealed();
        for (String file : List.of("/manifest.json", "/signature.p7s")) {
            byte[] message = draft.file("message" + file);
            draft.put("message" + file, draft.file("answer" + file)).put("answer" + file, message);
        }
        return draft.drop(Layout.BODY).drop("message/parts/payload");
    }

    private static BundleDraft entryAfterHead() {
        BundleDraft draft = accepted();
        draft.headAt = draft.at.minusSeconds(301);
        draft.stampAt = draft.at;
        return draft.sealed();
    }

    private static BundleDraft stampBeforeHead() {
        BundleDraft draft = accepted();
        draft.stampAt = draft.headAt.minusSeconds(301);
        return draft.sealed();
    }

    private static BundleDraft stampedBy(UnaryOperator<StampDraft> change) {
        BundleDraft draft = accepted();
        draft.stamp = change;
        return draft.sealed();
    }

    private static BundleDraft stampOf(SigningKey clock) {
        BundleDraft draft = accepted();
        draft.clock = clock;
        return draft.sealed();
    }

    private static BundleDraft withManyLists() {
        BundleDraft draft = accepted().sealed();
        for (int i = 0; i < 31; i++) {
            draft.put("trust/revocation/" + i + ".crl", Story.CENTRE.crl());
        }
        return draft;
    }
}
