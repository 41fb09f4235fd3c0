package org.dianqiao.connector.wssecurity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dianqiao.codes.SoapEnvelope;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.SoapKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for a partner's words in SOAP, and what is not. */
class SoapSignatureTest {

    static final Instant NOW = Instant.parse("2026-11-01T01:30:00Z");
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final Supplier SUPPLIER = Supplier.rsa("marketing");
    static final Supplier ELLIPTIC = Supplier.elliptic("marketing");
    static final Supplier STRANGER = Supplier.rsa("marketing");
    static final String ORDER = "<m:transformation xmlns:m=\"urn:esb\"><requestXml>如实</requestXml></m:transformation>";

    static Handwritten written() {
        return new Handwritten(SUPPLIER, ORDER, NOW);
    }

    static String check(byte[] message, Instant now) {
        return SoapSignature.check(message, List.of(SUPPLIER.certificate(), ELLIPTIC.certificate()), now, WINDOW)
                .once();
    }

    static String refusal(String message) {
        return refusal(message, NOW);
    }

    static String refusal(String message, Instant now) {
        Refused refused = catchThrowableOfType(Refused.class, () -> check(message.getBytes(UTF_8), now));
        return refused == null ? "let in" : refused.code().word() + " " + refused.detail();
    }

    @Test
    void isTakenByHand() {
        assertThat(refusal(written().text())).isEqualTo("let in");
        assertThat(refusal(written().byKeyIdentifier().text())).isEqualTo("let in");
        assertThat(refusal(new Handwritten(ELLIPTIC, ORDER, NOW).text())).isEqualTo("let in");
    }

    @Test
    void isTakenAsWeMakeIt() {
        for (Supplier each : List.of(SUPPLIER, ELLIPTIC)) {
            byte[] plain = SoapEnvelope.around(ORDER).getBytes(UTF_8);
            byte[] signed =
                    SoapSigner.sign(plain, new SoapKeys(each.key(), each.certificate(), List.of()), NOW, WINDOW);
            assertThat(refusal(new String(signed, UTF_8))).isEqualTo("let in");
            assertThat(new String(signed, UTF_8)).contains(ORDER);
            assertThat(refusal(new String(signed, UTF_8).replace("如实", "不实"))).contains("签名与 Body");
        }
    }

    @Test
    void coversBodyAndTimestamp() {
        assertThat(refusal(written().text().replace("如实", "不实"))).contains("签名与 Body、Timestamp 不符");
        assertThat(refusal(written().text().replace("01:35:00Z", "01:36:00Z"))).contains("签名与 Body、Timestamp 不符");
    }

    @Test
    void isNotTakenOfAnotherKey() {
        assertThat(refusal(new Handwritten(STRANGER, ORDER, NOW).text())).contains("不是登记的证书");
        assertThat(refusal(
                        new Handwritten(STRANGER, ORDER, NOW).byKeyIdentifier().text()))
                .contains("不是登记的证书");
        Supplier pretender = new Supplier(STRANGER.key(), SUPPLIER.certificate());
        assertThat(refusal(new Handwritten(pretender, ORDER, NOW).text())).contains("签名与 Body、Timestamp 不符");
    }

    @Test
    void isNotTakenOfACertificateThatIsOver() {
        Supplier expired = Supplier.expired("marketing");
        byte[] message = new Handwritten(expired, ORDER, NOW).bytes();
        Refused refused = catchThrowableOfType(
                Refused.class, () -> SoapSignature.check(message, List.of(expired.certificate()), NOW, WINDOW));
        assertThat(refused.detail()).contains("证书不在有效期内");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T01:30:00Z, 2026-11-01T01:35:00Z, let in",
        "2026-11-01T01:25:00Z, 2026-11-01T01:30:01Z, let in",
        "2026-11-01T01:24:59Z, 2026-11-01T02:30:00Z, stale",
        "2026-11-01T01:35:01Z, 2026-11-01T01:40:00Z, stale",
        "2026-11-01T01:29:00Z, 2026-11-01T01:30:00Z, stale",
        "2026-11-01T01:31:00Z, 2026-11-01T01:30:30Z, stale",
    })
    void isGoodForSomeMinutes(Instant created, Instant expires, String outcome) {
        assertThat(refusal(written().times(created, expires).text())).startsWith(outcome);
    }

    /** The signature itself can be written in several ways, and of one kind of key be made into another that holds. */
    @Test
    void isTheSameHoweverItIsWritten() {
        byte[] one = new Handwritten(ELLIPTIC, ORDER, NOW).bytes();
        byte[] other = new Handwritten(ELLIPTIC, ORDER, NOW).bytes();
        assertThat(one).isNotEqualTo(other);
        assertThat(check(one, NOW)).isEqualTo(check(other, NOW));
        String swapped = written()
                .references(written().timeReference(), written().bodyReference())
                .text();
        assertThat(check(swapped.getBytes(UTF_8), NOW))
                .isEqualTo(check(written().bytes(), NOW));
        assertThat(check(new Handwritten(ELLIPTIC, ORDER, NOW.plusMillis(1)).bytes(), NOW))
                .isNotEqualTo(check(one, NOW));
    }
}
