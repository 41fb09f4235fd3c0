package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Mappings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of a licence service means something certain. */
class LicenceServiceWordsTest {

    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));
    private static final Mappings MAPPINGS = Mappings.read(Path.of("mappings/dialects"), () -> TABLES);

    @ParameterizedTest
    @ValueSource(ints = {2, 11, 12, 99, 100, 102, 103, 109, 110, 111})
    void whatIsNotDoneIsRefusedWithASentence(int status) {
        for (String mapping : new String[] {"lookup-answer", "verify-answer"}) {
            JsonNode understood = understood(mapping, status, data());
            assertThat(understood.path("outcome").asText()).isEqualTo("refused");
            assertThat(understood.path("code").asText()).isEqualTo(Integer.toString(status));
            assertThat(understood.path("text").asText()).hasSizeGreaterThan(4);
            assertThat(understood.has("reply")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, valid",
        "1, not-yet-valid",
        "2, suspended",
        "3, expired-or-revoked",
        "4, insufficient",
        "5, not-found",
        "6, insufficient",
        "7, mismatch",
    })
    void everyResultOfAVerificationHasItsWord(int result, String word) {
        JsonNode understood = understood("verify-answer", 0, data().put("result", result));
        assertThat(understood.at("/reply/result").asText()).isEqualTo(word);
        assertThat(understood.path("outcome").asText()).isEqualTo("taken");
    }

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode understood(String mapping, int status, ObjectNode data) {
        ObjectNode input = data().put("today", "2026-11-21");
        ObjectNode answer = input.putObject("answer");
        answer.putObject("head").put("status", status).put("message", "李卫东");
        answer.set("data", data);
        return MAPPINGS.find("licence-service/" + mapping).orElseThrow().apply(input);
    }
}
