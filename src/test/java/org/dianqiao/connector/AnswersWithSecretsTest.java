package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dianqiao.partner.Credentials.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform may answer that is asked for a new secret, and what of it counts. */
class AnswersWithSecretsTest extends WithSecrets {

    @Test
    void openFromCbc() {
        byte[] key = PlayedPlatform.APP_KEY.getBytes(StandardCharsets.UTF_8);
        assertThat(opened(Cipher.CBC, PlayedPlatform.cbc(FIRST, key))).isEqualTo(FIRST);
    }

    @Test
    void openUnderTheKeyThatTheSampleCodeMakes() {
        byte[] key = PlayedPlatform.seeded(PlayedPlatform.APP_KEY);
        assertThat(opened(Cipher.SEEDED, PlayedPlatform.ecb(FIRST, key))).isEqualTo(FIRST);
    }

    @Test
    void mayComeAsJsonWithinAText() {
        String sealed = PlayedPlatform.ecb(FIRST, PlayedPlatform.APP_KEY.getBytes(StandardCharsets.UTF_8));
        platform.says("{\"code\":0,\"data\":\"{\\\"secret\\\":\\\"%s\\\",\\\"secretEndTime\\\":%d}\"}"
                .formatted(sealed, clock.instant().plus(HOUR).toEpochMilli()));
        assertThat(fresh().secrets.inForce(credentials()).text()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>502</html>",
                "[]",
                "{\"code\":\"0\"}",
                "{\"code\":\"0\",\"data\":\"\"}",
                "{\"code\":\"E-106\",\"message\":\"不在授权列表\\n中\"}",
                "{\"code\":\"0\",\"data\":{\"secret\":\"AAAA\",\"secretEndTime\":\"1993030400000\"}}",
                "{\"code\":\"0\",\"data\":{\"secret\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"secretEndTime\":\"1993030400000\"}}",
                "{\"code\":\"0\",\"data\":{\"secret\":\"?\",\"secretEndTime\":\"1993030400000\"}}"
            })
    void thatDoNotComeAreToldInOneLine(String body) {
        platform.says(body);
        Node node = fresh();
        assertThat(node.watch.alarms())
                .singleElement()
                .asString()
                .startsWith("national.henan has given no secret yet: ")
                .doesNotContain("\n", FIRST, PlayedPlatform.APP_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1793030399000", "1793030400000", "1793030460000", "soon", "1793030", "99999999999999999999"})
    void thatAreOverOrEndAtNoTimeAreNotTaken(String ends) {
        String sealed = PlayedPlatform.ecb(FIRST, PlayedPlatform.APP_KEY.getBytes(StandardCharsets.UTF_8));
        platform.says("{\"code\":\"0\",\"data\":{\"secret\":\"%s\",\"secretEndTime\":\"%s\"}}".formatted(sealed, ends));
        assertThat(fresh().watch.alarms()).singleElement().asString().contains("no secret yet");
    }

    /** Though there is one in it. */
    @Test
    void areNotLookedForInARefusal() {
        String sealed = PlayedPlatform.ecb(FIRST, PlayedPlatform.APP_KEY.getBytes(StandardCharsets.UTF_8));
        platform.says("""
            {"code":"E-106","message":"应用未授权","data":{"secret":"%s","secretEndTime":"1993030400000"}}
            """.formatted(sealed));
        assertThat(fresh().watch.alarms()).singleElement().asString().endsWith("refused: E-106");
    }

    @Test
    void areNotLookedForInAnAnswerWithoutEnd() {
        platform.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[8192];
            for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(much);
            }
        });
        assertThat(fresh().watch.alarms()).singleElement().asString().contains("larger than 65536 bytes");
    }

    @Test
    void areNotLookedForWhereAnAnswerPointsTo() {
        platform.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(fresh().watch.alarms()).singleElement().asString().contains("HTTP status 302");
        assertThat(platform.asked()).hasSize(1);
    }

    private String opened(Cipher cipher, String sealed) {
        platform.says("{\"code\":\"0\",\"data\":{\"secret\":\"%s\",\"secretEndTime\":\"%d\"}}"
                .formatted(sealed, clock.instant().plus(HOUR).toEpochMilli()));
        Node node = node(cipher);
        node.watch.refresh();
        return node.secrets.inForce(credentials()).text();
    }
}
