package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that are properly signed and still are none. */
class MalformedManifestsTest extends AtTheDoor {

    private static final String ZEROS = "00000000000000000000000000000000000000000000000000";

    @ParameterizedTest
    @MethodSource
    void refusesBytesThatAreNoManifest(UnaryOperator<byte[]> change) {
        Draft draft = coded();
        byte[] changed = change.apply(draft.text().getBytes(StandardCharsets.UTF_8));
        assertUnsigned(post(draft.sealedOver(changed)), 400, "malformed");
    }

    static Stream<UnaryOperator<byte[]>> refusesBytesThatAreNoManifest() {
        return Stream.of(
                bytes -> new byte[] {1, 2, 3},
                bytes -> text("[" + of(bytes) + "]"),
                bytes -> text("\uFEFF" + of(bytes)),
                bytes -> of(bytes).getBytes(StandardCharsets.UTF_16),
                bytes -> text(of(bytes) + "x"),
                bytes -> text(of(bytes) + "{}"),
                bytes -> text(of(bytes) + "\0"),
                bytes -> text(of(bytes).replace("{\"v\":1", "{\"v\":1,\"v\":1")),
                bytes -> text(of(bytes).replace("{\"v\":1", "{\"v\":1,\"x\":{\"y\":[{\"z\":1,\"z\":1}]}")),
                bytes -> text(of(bytes).replace("\"kind\"", "\"remark\":\"\\ud800\",\"kind\"")),
                bytes -> text(of(bytes).replace("\"kind\"", "\"deep\":" + "[".repeat(10_000) + ",\"kind\"")),
                MalformedManifestsTest::withLatinBytes);
    }

    @Test
    void takesAManifestOf16KiB() {
        assertReceiptOf(coded().put(
                        "remark",
                        "x".repeat(16 * 1024 - coded().put("remark", "").text().length())));
    }

    @Test
    void refusesOneByteMore() {
        int room = 16 * 1024 - coded().put("remark", "").text().length();
        assertUnsigned(post(coded().put("remark", "x".repeat(room + 1))), 400, "malformed");
    }

    @Test
    void takesMembersThatItDoesNotKnow() {
        assertReceiptOf(coded().put("remark", "加急").put("x", Map.of("y", 1.5)));
    }

    @Test
    void takesATimeWithAnOffset() {
        String inZhengzhou = OffsetDateTime.now(ZoneOffset.ofHours(8))
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX"));
        assertReceiptOf(coded().put("sent", inZhengzhou));
    }

    @ParameterizedTest
    @CsvSource({
        "v, 1.0",
        "v, '\"1\"'",
        "v, 2",
        "v, 18446744073709551617",
        "id, '\"\"'",
        "sent, '\"2026-02-30T01:00:00.000Z\"'"
    })
    void refusesAMemberThatIsNotInItsForm(String member, String value) {
        Draft draft = coded().put(member, "HERE");
        byte[] manifest = text(draft.text().replace("\"HERE\"", value));
        assertUnsigned(post(draft.sealedOver(manifest)), 400, "malformed");
    }

    /** The office's remarks are nobody's business but the office's. */
    @ParameterizedTest
    @MethodSource
    void boundsMembersThatItDoesNotKnowBySizeAlone(String value) {
        Draft draft = coded().put("remark", "HERE");
        Parcel parcel = draft.sealedOver(text(draft.text().replace("\"HERE\"", value)));
        assertReceipt(post(parcel), parcel, 202);
    }

    static Stream<String> boundsMembersThatItDoesNotKnowBySizeAlone() {
        return Stream.of(
                "[".repeat(7000) + "\"\\ud842\\udfb7\"" + "]".repeat(7000),
                "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
                "9".repeat(14_000),
                "0." + "9".repeat(14_000),
                "1e99999999999");
    }

    @Test
    void refusesAnImpossibleLength() {
        assertUnsigned(post(coded().claiming(part -> part.put("length", -1))), 400, "malformed");
        assertUnsigned(post(coded().claiming(part -> part.put("length", 0.5))), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1125899906842625", "9223372036854775807", "9223372036854775808", "1" + ZEROS})
    void refusesALengthBeyondAnythingAsTooLarge(BigInteger length) {
        Parcel parcel = coded().claiming(part -> part.put("length", length)).sealed();
        assertRefused(post(parcel), parcel, 413, "too-large");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(post(coded().put("sent", "today")).json().path("detail").asText())
                .contains("sent");
    }

    private static void assertReceiptOf(Draft draft) {
        Parcel parcel = draft.sealed();
        assertReceipt(post(parcel), parcel, 202);
    }

    private static byte[] withLatinBytes(byte[] bytes) {
        String withMark = of(bytes).replace("\"kind\"", "\"remark\":\"\u00FF\",\"kind\"");
        return withMark.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
