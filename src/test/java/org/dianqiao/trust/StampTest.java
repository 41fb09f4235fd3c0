package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers of a time stamping authority are stamps over our text, and which stamps we believe. */
class StampTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestAuthority ROOT = TestAuthority.named("国家授时根", CLOCK);
    private static final SigningKey AUTHORITY = ROOT.issueForStamps("可信时间戳");
    private static final byte[] TEXT = "dqx-head/1\n7\nab\n2026-11-02T01:00:00.000000Z\n".getBytes(UTF_8);

    private final StampRequest request = StampRequest.over(TEXT, null);

    @Test
    void takesTheStampThatItAskedFor() {
        Stamp stamp = request.answeredBy(draft().answer());
        assertThat(stamp.isOver(TEXT)).isTrue();
        assertThat(stamp.isOver("dqx-head/1\n8\n".getBytes(UTF_8))).isFalse();
        assertThat(stamp.time()).isEqualTo(NOW);
        assertThat(stamp.authority()).isEqualTo(AUTHORITY.certificate());
        assertThat(stamp.objection(trust(), NOW)).isEmpty();
    }

    @Test
    void readsAStampAgainFromItsToken() {
        Stamp stamp = Stamp.read(request.answeredBy(draft().answer()).token());
        assertThat(stamp.isOver(TEXT)).isTrue();
        assertThat(stamp.time()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.156.10197.1.301.1", "1.2.156.10197.1.501"})
    void takesEitherNameOfTheSignature(String algorithm) {
        Stamp stamp = request.answeredBy(
                draft().signature(new ASN1ObjectIdentifier(algorithm)).answer());
        assertThat(stamp.objection(trust(), NOW)).isEmpty();
    }

    @Test
    void takesTheCertificateNamedByOtherDigests() {
        for (ASN1ObjectIdentifier digest : List.of(TSPAlgorithms.SHA1, TSPAlgorithms.SHA256)) {
            Stamp stamp = request.answeredBy(draft().nameBy(digest).answer());
            assertThat(stamp.objection(trust(), NOW)).isEmpty();
        }
    }

    @Test
    void takesTheKeyInTheFormOf2023() {
        SigningKey authority = ROOT.draft("可信时间戳")
                .keyOf2023()
                .purposes(true, KeyPurposeId.id_kp_timeStamping)
                .issue();
        assertThat(request.answeredBy(draft(authority).answer()).objection(trust(), NOW))
                .isEmpty();
    }

    @Test
    void believesAnAuthorityBelowAnotherThatCameAlong() {
        TestAuthority below = ROOT.below("时间戳签发中心");
        SigningKey authority = below.issueForStamps("可信时间戳");
        Stamp whole =
                request.answeredBy(draft(authority).along(below.certificate()).answer());
        assertThat(whole.objection(trust(), NOW)).isEmpty();
        assertThat(whole.between()).containsExactly(below.certificate());
        assertThat(request.answeredBy(draft(authority).answer()).objection(trust(), NOW))
                .hasValueSatisfying(reason -> assertThat(reason).contains("no anchor vouches for"));
    }

    @Test
    void asksUnderAPolicy() {
        StampRequest under = StampRequest.over(TEXT, "1.2.156.99.1");
        Stamp stamp = under.answeredBy(new StampDraft(under.der(), AUTHORITY, NOW).answer());
        assertThat(stamp.objection(trust(), NOW)).isEmpty();
        assertRefused(
                under,
                new StampDraft(under.der(), AUTHORITY, NOW).policy("1.2.156.99.2"),
                "TSA policy wrong for request");
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() {
        StampRequest other = StampRequest.over(TEXT, null);
        assertRefused(new StampDraft(other.der(), AUTHORITY, NOW), "wrong nonce");
        assertRefused(draft().nonce(BigInteger.ONE), "wrong nonce");
        assertRefused(draft().imprint(Sm3.of(new byte[0])), "different message imprint");
    }

    @Test
    void refusesWhatIsSignedWithAnotherKey() {
        assertRefused(draft().signedBy(ROOT.issueForStamps("可信时间戳")), "signature not created by certificate");
    }

    @Test
    void refusesAStampWithoutItsCertificate() {
        assertRefused(draft().withoutCertificates(), "without the certificate of its authority");
    }

    @Test
    void refusesACertificateThatTheSignedPartDoesNotName() {
        SigningKey twin = ROOT.draft("可信时间戳")
                .serial(AUTHORITY.certificate().serial())
                .purposes(true, KeyPurposeId.id_kp_timeStamping)
                .issue();
        assertRefused(
                draft().withoutCertificates().along(twin.certificate()).signedBy(twin), "does not match certID hash");
    }

    @Test
    void refusesOtherKindsOfSignaturesByName() {
        assertRefused(
                draft().signature(new ASN1ObjectIdentifier("1.2.840.113549.1.1.11")),
                "signed with 1.2.840.113549.1.1.1",
                "only SM2 with SM3 is understood");
    }

    @Test
    void refusesACertificateThatIsNotForStampingAlone() {
        assertRefused(draft(ROOT.issue("grid")), "ExtendedKeyUsage extension");
        assertRefused(
                draft(ROOT.draft("not critical")
                        .purposes(false, KeyPurposeId.id_kp_timeStamping)
                        .issue()),
                "critical");
        assertRefused(
                draft(ROOT.draft("two purposes")
                        .purposes(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning)
                        .issue()),
                "ExtendedKeyUsage");
    }

    @Test
    void refusesACertificateThatWasNotValidThen() {
        SigningKey expired = ROOT.draft("可信时间戳")
                .valid(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2)))
                .purposes(true, KeyPurposeId.id_kp_timeStamping)
                .issue();
        assertRefused(draft(expired), "not valid when time stamp created");
    }

    @Test
    void refusesWhatTheAuthorityRefuses() {
        assertThatThrownBy(() -> request.answeredBy(draft().refusal()))
                .isInstanceOf(NotAStamp.class)
                .hasMessage("refused, status 2: 今日不办理");
    }

    @Test
    void tellsWhatTheAuthoritySaidOnOneShortLine() {
        byte[] answer = draft().refusal("no\n08:00:00 INFO  all is well " + "x".repeat(9000));
        assertThatThrownBy(() -> request.answeredBy(answer))
                .isInstanceOf(NotAStamp.class)
                .satisfies(
                        refused -> assertThat(refused.getMessage()).hasSize(200).doesNotContain("\n"));
    }

    @Test
    void refusesWhateverIsNoAnswer() {
        byte[] right = draft().answer();
        for (int length = 0; length < right.length; length++) {
            byte[] cut = Arrays.copyOf(right, length);
            assertThatThrownBy(() -> request.answeredBy(cut)).isInstanceOf(NotAStamp.class);
        }
        assertThatThrownBy(() -> request.answeredBy("<html>".getBytes(UTF_8))).isInstanceOf(NotAStamp.class);
    }

    @Test
    void refusesAnAnswerWithAnyByteChangedOrBelievesTheSameOfIt() {
        byte[] right = draft().answer();
        for (int at = 0; at < right.length; at++) {
            byte[] changed = right.clone();
            changed[at] ^= 1;
            try {
                Stamp stamp = request.answeredBy(changed);
                assertThat(stamp.isOver(TEXT)).isTrue();
                assertThat(stamp.time()).isEqualTo(NOW);
                assertThat(stamp.authority()).isEqualTo(AUTHORITY.certificate());
            } catch (NotAStamp refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }

    @Test
    void doesNotBelieveAStranger() {
        SigningKey stranger = TestAuthority.named("另一家", CLOCK).issueForStamps("可信时间戳");
        assertObjection(draft(stranger), "no anchor vouches for C=CN,CN=另一家");
    }

    @Test
    void doesNotBelieveAStrangersRootThatCameAlong() {
        TestAuthority root = TestAuthority.named("另一家", CLOCK);
        assertObjection(draft(root.issueForStamps("可信时间戳")).along(root.certificate()), "no anchor");
    }

    @Test
    void doesNotBelieveARevokedAuthority() {
        Revocations revocations = new Revocations(List.of(RevocationList.of(
                ROOT.crl(AUTHORITY.certificate().serial()), new Authorities(List.of(ROOT.certificate()), List.of()))));
        Stamp stamp = request.answeredBy(draft().answer());
        assertThat(stamp.objection(trust(revocations), NOW))
                .hasValueSatisfying(reason -> assertThat(reason).contains("is revoked since"));
    }

    @Test
    void doesNotBelieveAKeyForEncryption() {
        SigningKey escrowed = ROOT.draft("可信时间戳")
                .usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
                .purposes(true, KeyPurposeId.id_kp_timeStamping)
                .issue();
        assertObjection(draft(escrowed), "is not for stamping time");
    }

    @Test
    void doesNotBelieveACertificateWithOtherDemands() {
        SigningKey demanding = ROOT.draft("可信时间戳")
                .purposes(true, KeyPurposeId.id_kp_timeStamping)
                .demanding("1.2.156.99.9")
                .issue();
        assertObjection(draft(demanding), "something that we do not understand: 1.2.156.99.9");
    }

    @Test
    void tellsThatOneOfTwoClocksIsWrong() {
        assertThat(request.answeredBy(draft().at(NOW.plusSeconds(60)).answer()).objection(trust(), NOW))
                .isEmpty();
        assertObjection(
                draft().at(NOW.plusSeconds(61)), "its clock is more than 60 s ahead of ours: one of the two is wrong");
        assertObjection(
                draft().at(NOW.minusSeconds(61)), "its clock is more than 60 s behind ours: one of the two is wrong");
    }

    @Test
    void doesNotBelieveATimeThatMayBeFarFromTheTruth() {
        assertThat(request.answeredBy(draft().accuracy(60).answer()).objection(trust(), NOW))
                .isEmpty();
        assertObjection(draft().accuracy(61), "it says itself that its time may be 61 s wrong");
    }

    @Test
    void doesNotTakeAMessageSignedByATimeStampingAuthority() {
        assertThat(trust().objection(AUTHORITY.certificate(), NOW))
                .hasValueSatisfying(reason -> assertThat(reason).contains("something that we do not understand"));
    }

    private StampDraft draft() {
        return draft(AUTHORITY);
    }

    private StampDraft draft(SigningKey authority) {
        return new StampDraft(request.der(), authority, NOW);
    }

    private void assertRefused(StampDraft draft, String... reasons) {
        assertRefused(request, draft, reasons);
    }

    private static void assertRefused(StampRequest request, StampDraft draft, String... reasons) {
        assertThatThrownBy(() -> request.answeredBy(draft.answer()))
                .isInstanceOf(NotAStamp.class)
                .hasMessageContainingAll(reasons);
    }

    private void assertObjection(StampDraft draft, String reason) {
        assertThat(request.answeredBy(draft.answer()).objection(trust(), NOW))
                .hasValueSatisfying(objection -> assertThat(objection).contains(reason));
    }

    private static Trust trust() {
        return trust(new Revocations(List.of()));
    }

    private static Trust trust(Revocations revocations) {
        return new Trust(Map.of(), List.of(), new Authorities(List.of(ROOT.certificate()), List.of()), revocations);
    }
}
