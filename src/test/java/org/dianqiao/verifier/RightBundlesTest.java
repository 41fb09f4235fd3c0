package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.verifier.Asked.codes;
import static org.dianqiao.verifier.Asked.remarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dianqiao.trust.SigningKey;
import org.junit.jupiter.api.Test;

/** Evidence as it should be, whole and with parts lawfully gone. */
class RightBundlesTest {

    @Test
    void findsAnAcceptedMessageFull() {
        Opinion opinion = Asked.about(BundleDraft.accepted().sealed());

        assertThat(opinion.findings()).isEmpty();
        assertThat(opinion.remarks()).isEmpty();
        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(opinion.there()).isEqualTo(3);
        assertThat(opinion.stamped()).contains(Story.MORNING.plusSeconds(30).truncatedTo(ChronoUnit.MILLIS));
        assertThat(opinion.signers().stream().map(Signer::what))
                .containsExactlyInAnyOrder(
                        "ledger/head.json", "message", "answer", "head (answer/body)", "ledger/head.tst");
    }

    @Test
    void saysWhatTheGatewayWroteDownForAPartnerThatDoesNotSign() {
        Opinion opinion = Asked.about(
                BundleDraft.attested("approval.henan", Story.GATEWAY).sealed());

        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(remarks(opinion)).containsExactly("attested");
    }

    /** It is a member like any other that nobody knows. */
    @Test
    void believesAPartnerThatSignsWhateverItsManifestSaysOfAttesting() {
        Opinion opinion = Asked.about(
                BundleDraft.attested("approval.henan", Story.PLATFORM).sealed());

        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(remarks(opinion)).isEmpty();
    }

    @Test
    void findsADeliveredMessageWithItsOriginFull() {
        Opinion opinion = Asked.about(BundleDraft.delivered().sealed());

        assertThat(opinion.findings()).isEmpty();
        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
    }

    @Test
    void findsAnAnsweredQuestionFull() {
        assertThat(Asked.about(BundleDraft.asked().sealed()).verdict()).isEqualTo(Verdict.FULL);
    }

    @Test
    void findsAnAnswerWithFilesFull() {
        Opinion opinion = Asked.about(BundleDraft.asked("payload", "宗地图.ofd").sealed());

        assertThat(opinion.findings()).isEmpty();
        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(opinion.there()).isEqualTo(4);
    }

    @Test
    void findsAnAnswerPartialThatHasAFileNoLonger() {
        BundleDraft draft = BundleDraft.asked("宗地图.ofd").sealed().drop("answer/parts/宗地图.ofd");

        assertThat(Asked.about(draft).verdict()).isEqualTo(Verdict.PARTIAL);
    }

    @Test
    void findsARefusalPartialBecauseItsMessageIsNotKept() {
        Opinion opinion = Asked.about(BundleDraft.refused("contract-violated").sealed());

        assertThat(codes(opinion)).isEmpty();
        assertThat(opinion.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(remarks(opinion)).containsExactly("absent");
    }

    @Test
    void findsAnExpiredMessageWithoutAnswerFull() {
        assertThat(Asked.about(BundleDraft.expired().sealed()).verdict()).isEqualTo(Verdict.FULL);
    }

    @Test
    void findsErasedPartsPartial() {
        BundleDraft draft = BundleDraft.accepted().sealed().drop("message/parts/payload");

        assertThat(Asked.about(draft).verdict()).isEqualTo(Verdict.PARTIAL);
    }

    @Test
    void findsABundleWithoutAnyPartDigestOnly() {
        BundleDraft draft = BundleDraft.accepted().sealed();
        draft.files.keySet().removeIf(name -> name.startsWith("message/parts/") || name.equals("answer/body"));

        assertThat(Asked.about(draft).verdict()).isEqualTo(Verdict.DIGEST_ONLY);
    }

    @Test
    void saysWhenTheTimeIsTheGatewaysWordOnly() {
        Opinion opinion = Asked.about(BundleDraft.accepted().sealed().drop(Layout.STAMP));

        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(remarks(opinion)).containsExactly("not-stamped");
    }

    @Test
    void takesTheStampOutOfTheHeadAsWell() {
        BundleDraft draft = BundleDraft.accepted().sealed();
        String token = Base64.getEncoder().encodeToString(draft.file(Layout.STAMP));
        draft.change(Layout.HEAD, "{\"size\"", "{\"timestamp\":\"" + token + "\",\"size\"")
                .drop(Layout.STAMP);

        assertThat(Asked.about(draft).stamped()).isPresent();
    }

    @Test
    void believesACertificateThatWasRevokedLater() {
        BundleDraft draft = BundleDraft.accepted().sealed();
        draft.put("trust/revocation/centre.crl", revokedAt(3_600, Story.PLATFORM));

        Opinion opinion = Asked.about(draft);

        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(remarks(opinion)).containsExactly("revoked-later");
    }

    @Test
    void saysWhatRestsOnTheGatewaysClock() {
        BundleDraft draft = BundleDraft.accepted().sealed();
        draft.put("trust/revocation/centre.crl", revokedAt(20, Story.PLATFORM));

        Opinion opinion = Asked.about(draft);

        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(remarks(opinion)).containsExactly("revoked-later", "rests-on-gateway");
    }

    @Test
    void believesACertificateThatHasExpiredSince() {
        BundleDraft draft = new BundleDraft();
        draft.sender = Story.CENTRE
                .draft("河南省工程建设项目审批管理系统")
                .valid(Story.MORNING.minusSeconds(60), Story.MORNING.plusSeconds(86_400))
                .issue();
        draft.part("payload", "{}")
                .message("approval.henan", "gateway")
                .receipt()
                .sealed();

        assertThat(Asked.about(draft).verdict()).isEqualTo(Verdict.FULL);
    }

    @Test
    void saysWhenNoRevocationListCameAlong() {
        BundleDraft draft = BundleDraft.accepted().sealed().drop("trust/revocation/centre.crl");

        Opinion opinion = Asked.about(draft);

        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(remarks(opinion)).containsOnly("revocation-unknown");
    }

    @Test
    void readsWhatJavaItselfPacks() throws IOException {
        BundleDraft draft = BundleDraft.accepted().sealed();

        assertThat(Asked.about(packedByJava(draft.files)).verdict()).isEqualTo(Verdict.FULL);
    }

    @Test
    void readsALargeArchivesDirectory() {
        ZipDraft zip = ZipDraft.of(BundleDraft.accepted().sealed().files);
        zip.large = true;

        assertThat(Asked.about(zip.bytes()).verdict()).isEqualTo(Verdict.FULL);
    }

    @Test
    void readsEachOfSeveral() {
        BundleDraft right = BundleDraft.accepted().sealed();
        ZipDraft several = ZipDraft.empty();
        several.add(Story.ENTRY_ID + ".zip", right.zip(), false);
        several.add("01k6another.zip", right.zip(), true);

        List<Opinion> opinions = Asked.all(several.bytes());

        assertThat(opinions).extracting(Opinion::verdict).containsExactly(Verdict.FULL, Verdict.INVALID);
        assertThat(codes(opinions.get(1))).containsExactly("entry-mismatch");
    }

    @Test
    void agreesWithAHeadThatTheCallerHolds() {
        BundleDraft draft = BundleDraft.accepted().sealed();
        for (int before = 1; before <= draft.size; before++) {
            Opinion opinion = Asked.about(draft.zip(), held(draft.held(before)));

            assertThat(codes(opinion)).as("from %d", before).isEmpty();
            assertThat(remarks(opinion)).containsExactly("consistent");
        }
    }

    @Test
    void saysWhichProofIsWantedForAHeadWithoutOne() {
        BundleDraft draft = BundleDraft.accepted().sealed();

        Opinion opinion = Asked.about(draft.zip(), held(draft.heldHead(4)));

        assertThat(opinion.verdict()).isEqualTo(Verdict.FULL);
        assertThat(opinion.remarks()).singleElement().satisfies(remark -> assertThat(
                        remark.wording().en())
                .contains("/ledger/v1/proofs/consistency?from=4&to=9"));
    }

    static HeldHead held(String json) {
        return HeldHead.of(json.getBytes(UTF_8)).get(0);
    }

    static byte[] revokedAt(int seconds, SigningKey key) {
        var at = Story.MORNING.plusSeconds(seconds);
        return Story.CENTRE.crl(at, at.plusSeconds(604_800), key.certificate().serial());
    }

    static byte[] packedByJava(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] mimetype = Bundle.MIMETYPE.getBytes(UTF_8);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(mimetype.length);
            CRC32 crc = new CRC32();
            crc.update(mimetype);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(mimetype);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
