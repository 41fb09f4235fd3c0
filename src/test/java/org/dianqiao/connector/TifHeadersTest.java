package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Letters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provincial gateway's headers must say, byte by byte. */
class TifHeadersTest {

    private static final String TIME = "x-tif-timestamp";
    private static final String NONCE = "x-tif-nonce";
    private static final String SIGNATURE = "x-tif-signature";

    @Test
    void letsInThePublishedExample() {
        assertThat(Requester.publishedTif().asks(Requester.THEN))
                .hasValueSatisfying(nonce -> assertThat(nonce.text()).isEqualTo("19a6f3c1d2e-4b7a9c"));
    }

    @Test
    void signsAsThePublishedExample() {
        var headers = new TifHeaders()
                .headers(Requester.tif().asking("leads"), Requester.THEN.plusMillis(7), new UUID(1, 0x4b7a9cL));
        assertThat(headers)
                .containsEntry("x-tif-paasid", "zz_approval")
                .containsEntry("x-tif-serviceId", "s-17")
                .containsEntry(TIME, "1793030400")
                .containsEntry(NONCE, "1a178f0a807-00000000004b7a9c")
                .containsEntry(
                        SIGNATURE,
                        Digests.sha256("1793030400TESTTOKEN01234567891a178f0a807-00000000004b7a9c1793030400"));
    }

    @Test
    void letsInWhatWeSignOurselves() {
        assertThat(Requester.signing(Requester.tif()).asks(Requester.THEN)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "x-tif-uid, ',410105,,'", //
        "x-tif-uinfo, ',,410105,'",
        "x-tif-ext, ',,,410105'"
    })
    void coversWhoUsesTheSystemAsSoonAsOneOfTheThreeIsThere(String header, String signed) {
        Requester caller = Requester.publishedTif().saying(header, "410105");
        assertThat(caller.refusal()).startsWith("bad-signature").contains(SIGNATURE);
        caller.saying(
                SIGNATURE, Digests.sha256("1793030400TESTTOKEN012345678919a6f3c1d2e-4b7a9c" + signed + "1793030400"));
        assertThat(caller.asks(Requester.THEN)).isPresent();
    }

    /** It is there, and was signed as being there, with nothing in it. */
    @Test
    void tellsAnEmptyUserFromNone() {
        Requester caller = Requester.publishedTif().saying("x-tif-uid", "");
        assertThat(caller.refusal()).startsWith("bad-signature");
        caller.saying(SIGNATURE, Digests.sha256("1793030400TESTTOKEN012345678919a6f3c1d2e-4b7a9c,,,1793030400"));
        assertThat(caller.asks(Requester.THEN)).isPresent();
    }

    @Test
    void refusesACommaThatCouldBeMovedFromOneHeaderIntoAnother() {
        String signed = "1793030400TESTTOKEN012345678919a6f3c1d2e-4b7a9c,u1,a,b,e11793030400";
        Requester caller = Requester.publishedTif().saying(SIGNATURE, Digests.sha256(signed));
        caller.saying("x-tif-uid", "u1").saying("x-tif-uinfo", "a,b").saying("x-tif-ext", "e1");
        assertThat(caller.asks(Requester.THEN)).isPresent();
        caller.saying("x-tif-uid", "u1,a").saying("x-tif-uinfo", "b");
        assertThat(caller.refusal()).contains("x-tif-uid", "逗号");
        caller.saying("x-tif-uid", "u1").saying("x-tif-uinfo", "a").saying("x-tif-ext", "b,e1");
        assertThat(caller.refusal()).contains("x-tif-ext", "逗号");
    }

    @ParameterizedTest
    @ValueSource(longs = {-180_000, -179_999, 0, 180_000})
    void letsInWithinTheWindow(long millis) {
        assertThat(Requester.publishedTif().asks(Requester.THEN.plusMillis(millis)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"-180001, 180", "180001, 180", "-241000, 241", "86400000, 86400"})
    void saysByHowMuchTheClockIsOff(long millis, long seconds) {
        assertThat(Requester.publishedTif().refusal(Requester.THEN.plusMillis(millis)))
                .startsWith("stale")
                .contains("相差 " + seconds + " 秒", "超过 180 秒");
    }

    /** How our clock stands is nobody's business who does not know the secret. */
    @Test
    void saysNothingOfTimeToAStranger() {
        Requester caller = Requester.publishedTif().saying(SIGNATURE, "0".repeat(64));
        assertThat(caller.refusal(Requester.THEN.plus(Duration.ofDays(1)))).startsWith("bad-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-tif-paasid", TIME, NONCE, SIGNATURE})
    void namesTheHeaderThatIsMissing(String header) {
        assertThat(Requester.publishedTif().without(header).refusal())
                .isEqualTo("bad-signature 缺少请求头 " + header + "，或其出现了不止一次。");
    }

    @Test
    void refusesAnotherAccount() {
        assertThat(Requester.publishedTif()
                        .saying("x-tif-paasid", "zz_approva1")
                        .refusal())
                .startsWith("bad-signature")
                .contains("x-tif-paasid");
    }

    @Test
    void refusesTheSameSignatureInOtherLetters() {
        Requester caller = Requester.publishedTif();
        caller.saying(SIGNATURE, caller.headers().get(SIGNATURE).toUpperCase(Locale.ROOT));
        assertThat(caller.refusal()).startsWith("bad-signature");
    }

    @Test
    void takesCapitalsOnlyFromAPartnerThatWritesThem() {
        Credentials plain = Requester.tif();
        Credentials capitals =
                new Credentials(plain.signature(), plain.account(), "", Map.of(), plain.secret(), Letters.UPPER, null);
        String signature = Requester.publishedTif().headers().get(SIGNATURE);
        Requester caller = Requester.says(capitals, Requester.publishedTif().headers());
        assertThat(caller.refusal()).startsWith("bad-signature");
        assertThat(caller.saying(SIGNATURE, signature.toUpperCase(Locale.ROOT)).asks(Requester.THEN))
                .isPresent();
    }

    /** Each is another way of writing what was signed, or would let a piece of one text pass for the other's. */
    @ParameterizedTest
    @ValueSource(
            strings = {"01793030400", "+1793030400", "1793030400.0", "179303040", "17930304001", "１７９３０３０４００", "-1"})
    void refusesATimeWrittenOtherwise(String time) {
        assertThat(Requester.publishedTif().saying(TIME, time).refusal())
                .startsWith("bad-signature")
                .contains(TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "19a6f3c1d2e_4b7a9c", "a,b", "19a6f3c1d2e-4b7a9c=", "%31", "a b"})
    void refusesANonceWrittenOtherwise(String nonce) {
        assertThat(Requester.publishedTif().saying(NONCE, nonce).refusal())
                .startsWith("bad-signature")
                .contains(NONCE);
    }

    @Test
    void boundsTheNonce() {
        String longest = "a".repeat(64);
        Requester caller = Requester.publishedTif().saying(NONCE, longest);
        caller.saying(SIGNATURE, Digests.sha256("1793030400TESTTOKEN0123456789" + longest + "1793030400"));
        assertThat(caller.asks(Requester.THEN)).isPresent();
        assertThat(caller.saying(NONCE, longest + "a").refusal()).contains(NONCE, "格式");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nx: y", "\u0000", "\u007f", "\t", "\u00e9", "国网", "\u2028"})
    void refusesCharactersThatAreEncodedNowThisWayNowThat(String text) {
        assertThat(Requester.publishedTif().saying("x-tif-uinfo", text).refusal())
                .contains("x-tif-uinfo", "ASCII");
    }

    @Test
    void boundsAHeader() {
        assertThat(Requester.publishedTif()
                        .saying("x-tif-ext", "a".repeat(8192))
                        .refusal())
                .contains(SIGNATURE);
        assertThat(Requester.publishedTif()
                        .saying("x-tif-ext", "a".repeat(8193))
                        .refusal())
                .contains("x-tif-ext", "过长");
    }

    @Test
    void neverSaysWhatWouldHaveBeenRight() {
        Requester caller = Requester.publishedTif();
        String right = caller.headers().get(SIGNATURE);
        assertThat(caller.saying(SIGNATURE, "f".repeat(64)).refusal()).doesNotContain(right, "TESTTOKEN");
        assertThat(caller.credentials().toString()).doesNotContain("TESTTOKEN");
    }
}
