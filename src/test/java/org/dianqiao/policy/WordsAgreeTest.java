package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The words of facts stand in the code, in the form of packs and in the contracts. They are the same. */
class WordsAgreeTest {

    private final JsonNode packs = json("policies/pack.schema.json").path("$defs");
    private final JsonNode works = json("contracts/shapes.schema.json").at("/$defs/works/properties");

    @Test
    void packsMayAskForEveryFact() {
        assertThat(packs.at("/condition/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        Arrays.stream(Fact.values()).map(Fact::written).toArray(String[]::new));
    }

    @Test
    void packsKnowTheWords() {
        assertWords(Fact.CUSTOMER_CLASS, packs.at("/customerClass/enum"));
        assertWords(Fact.CROSSINGS, packs.at("/crossing/enum"));
        assertWords(Fact.BUSINESS, packs.at("/business/enum"));
        assertWords(Fact.GROUNDS, packs.at("/ground/enum"));
        assertWords(Fact.PATH, packs.at("/path/enum"));
    }

    @Test
    void messagesKnowTheWords() {
        assertWords(Fact.CUSTOMER_CLASS, works.at("/customerClass/enum"));
        assertWords(Fact.CROSSINGS, works.at("/crossings/items/enum"));
    }

    private static void assertWords(Fact fact, JsonNode words) {
        assertThat(words)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(fact.words().keySet());
    }

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(Path.of("mappings", file).toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
