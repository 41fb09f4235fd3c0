package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.codes.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of a licence service means something certain. */
class LicenceServiceWordsTest {

    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));
    private static final Mappings MAPPINGS = Mappings.read(Path.of("mappings/dialects"), () -> TABLES);

    @ParameterizedTest
    @ValueSource(ints = {2, 11, 12, 99, 100, 102, 103})
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
    @CsvSource({"109, number", "110, holder.idNo", "111, holder.name"})
    void whatAVerificationNeedsIsNamed(int status, String member) {
        JsonNode understood = understood("verify-answer", status, data());
        assertThat(understood.path("outcome").asText()).isEqualTo("taken");
        assertThat(understood.at("/reply/result").asText()).isEqualTo("insufficient");
        assertThat(understood.at("/reply/missing")).hasSize(1);
        assertThat(understood.at("/reply/missing/0").asText()).isEqualTo(member);
        assertThat(understood("lookup-answer", status, data()).path("outcome").asText())
                .isEqualTo("refused");
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

    @ParameterizedTest
    @CsvSource({"001, enterprise", "099, enterprise", "111, person", "414, person", "553, person"})
    void everyHolderIsOfTheKindThatTheirDocumentSays(String code, String kind) throws IOException {
        JsonNode understood = understood("lookup-answer", 0, held(code));
        assertThat(understood.at("/reply/licences/0/holder/kind").asText()).isEqualTo(kind);
        assertThat(understood.at("/reply/licences/0/holder/idType").asText()).isEqualTo(code);
    }

    @Test
    void aHoldersDocumentThatNobodyKnowsIsNoAnswer() {
        assertThatThrownBy(() -> understood("lookup-answer", 0, held("888")))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("holder-code-types");
    }

    private static ObjectNode held(String code) throws IOException {
        ObjectNode data = (ObjectNode) new ObjectMapper()
                .readTree(Path.of("mappings/dialects/licence-service/lookup-answer.in.json")
                        .toFile())
                .at("/answer/data");
        ((ObjectNode) data.path("certData")).put("czztdmlxdm", code);
        return data;
    }

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode understood(String mapping, int status, JsonNode data) {
        ObjectNode input = data().put("today", "2026-11-21");
        ObjectNode answer = input.putObject("answer");
        answer.putObject("head").put("status", status).put("message", "李卫东");
        answer.set("data", data);
        return MAPPINGS.find("licence-service/" + mapping).orElseThrow().apply(input);
    }
}
