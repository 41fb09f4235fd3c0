package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.codes.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of a registry that is reached through the national platform means something certain. */
class RegistryWordsTest {

    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));
    private static final Mappings MAPPINGS = Mappings.read(Path.of("mappings/dialects"), () -> TABLES);

    @ParameterizedTest
    @CsvSource({"001, enterprise", "099, enterprise", "111, person", "414, person"})
    void everyOwnerIsOfTheKindThatTheirDocumentSays(String code, String kind) throws IOException {
        JsonNode owner = understood(code).at("/reply/units/0/owners/0");
        assertThat(owner.path("kind").asText()).isEqualTo(kind);
        assertThat(owner.path("idType").asText()).isEqualTo(code);
    }

    @Test
    void anOwnersDocumentThatNobodyKnowsIsNoAnswer() {
        assertThatThrownBy(() -> understood("888"))
                .isInstanceOf(MappingFault.class)
                .hasMessageContaining("holder-code-types");
    }

    private static JsonNode understood(String code) throws IOException {
        Path example = Path.of("mappings/dialects/national-platform/property-answer.in.json");
        JsonNode said = new ObjectMapper().readTree(example.toFile());
        ((ObjectNode) said.at("/answer/data/records/0/qlr/0")).put("qlrzjzl", code);
        return MAPPINGS.find("national-platform/property-answer").orElseThrow().apply(said);
    }
}
