package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final String DEEP = "[".repeat(10_000);

    @Test
    void readsNumbersAsTheyWereWritten() {
        assertThat(read("{\"areaM2\":123456789.10000000000000000001}")
                        .path("areaM2")
                        .decimalValue())
                .isEqualByComparingTo("123456789.10000000000000000001");
    }

    @Test
    void readsPairsOfSurrogates() {
        assertThat(read("\"\\ud842\\udfb7\"").textValue()).isEqualTo("𠮷");
    }

    @ParameterizedTest
    @CsvSource({
        "22ff22, UTF-8",
        "22c022, UTF-8",
        "22c08022, UTF-8",
        "22eda08022, UTF-8",
        "22f490808022, UTF-8",
        "22e9a122, UTF-8",
        "feff007b007d, UTF-8",
        "efbbbf7b7d, byte order mark"
    })
    void takesOnlyExactUtf8(String hex, String reason) {
        assertRefused(Hex.decode(hex), reason);
    }

    /** Each is JSON to whoever takes it for UTF-16 or UTF-32. */
    @ParameterizedTest
    @ValueSource(strings = {"5b0031005d00", "005b0031005d", "5b0000005d000000", "0000005b0000005d", "220022", "3100"})
    void refusesWhatOtherEncodingsWouldMakeOfIt(String hex) {
        assertRefused(Hex.decode(hex), "not JSON");
    }

    @Test
    void readsTheSignOfReplacementThatSomebodyWrote() {
        assertThat(read("\"\uFFFD\"").textValue()).isEqualTo("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800a\"",
                "\"\\udc00\\ud800\"",
                "\"\\ud800\\ud800\\udc00\"",
                "[{\"a\":\"\\uD800\"}]",
                "{\"\\ud800\":1}"
            })
    void refusesHalfACharacter(String json) {
        assertRefused(json, "surrogate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":[{\"c\":1,\"c\":2}]}}",
                "{\"a\":1,\"\\u0061\":2}",
                "[[[{\"\":1,\"\":2}]]]"
            })
    void refusesAMemberThatStandsThereTwice(String json) {
        assertRefused(json, "twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} x", "{},", "{}\u0000", "1 2"})
    void refusesWhatStandsBehindTheEnd(String json) {
        assertRefused(json, "not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void refusesNothing(String json) {
        assertRefused(json, "empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "/**/{}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "nul",
                "{"
            })
    void refusesWhatOnlySomeReadersTake(String json) {
        assertRefused(json, "not JSON");
    }

    @Test
    void refusesTheDeepWithoutFallingIn() {
        assertRefused(DEEP, "too deeply");
        assertRefused("{\"a\":".repeat(10_000), "too deeply");
    }

    @Test
    void refusesANumberOfAThousandsOfDigits() {
        assertRefused("1".repeat(10_000), "not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"idNo\":41010519900307761x}", "{\"idNo\":4e101051990030776}"})
    void neverRepeatsWhatWasSaid(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(json)).withMessageNotContaining("10105199003077");
    }

    private static JsonNode read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String json, String reason) {
        assertRefused(json.getBytes(StandardCharsets.UTF_8), reason);
    }

    private static void assertRefused(byte[] json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.read(json))
                .withMessageContaining(reason);
    }
}
