package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest says of its parts. */
class PartsOfManifestsTest extends ManifestsUnderTest {

    @ParameterizedTest
    @ValueSource(strings = {"name", "type", "length", "sm3"})
    void wantsEachMemberOfAPart(String member) {
        ObjectNode manifest = right();
        ((ObjectNode) manifest.path("parts").path(0)).remove(member);
        assertRefused(manifest);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '\"\"'",
        "name, '\"a\\u0007\"'",
        "name, '\"a\\u0085\"'",
        "name, '\"a\\r\\nb\"'",
        "name, '\"a\\\"b\"'",
        "name, '\"a/b\"'",
        "name, '\"a\\\\b\"'",
        "name, 5",
        "type, '\"\"'",
        "type, 5",
        "length, -1",
        "length, 3.0",
        "length, 3e0",
        "length, '\"3\"'",
        "length, null",
        "length, -9223372036854775809",
        "length, 9223372036854775807.5",
        "sm3, '\"66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0\"'",
        "sm3, '\"66c7\"'",
        "sm3, '\"\"'",
        "stored, '\"true\"'",
        "stored, 1",
        "stored, null"
    })
    void refusesAPartThatIsNotInItsForm(String member, String value) {
        assertRefused(right().path("parts").path(0).toString(), member, value);
    }

    @Test
    void limitsAPartsName() {
        assertThat(read(named("图".repeat(100))).parts()).hasSize(1);
        assertRefused(named("图".repeat(101)));
    }

    @Test
    void refusesTwoPartsOfTheSameName() {
        ObjectNode manifest = right();
        ArrayNode parts = (ArrayNode) manifest.path("parts");
        parts.add(parts.get(0).deepCopy());
        assertRefused(manifest);
    }

    @Test
    void knowsThePartsThatWereUploadedBefore() {
        ObjectNode manifest = right();
        ((ObjectNode) manifest.path("parts").path(0)).put("stored", true);
        assertThat(read(manifest).parts().get(0).stored()).isTrue();
    }

    @Test
    void addsTheLengthsOfMoreThanEverythingWithoutOverflow() {
        ObjectNode manifest = right();
        ArrayNode parts = manifest.putArray("parts");
        for (int i = 0; i < 100; i++) {
            parts.addObject()
                    .put("name", "p" + i)
                    .put("type", "a/b")
                    .put("length", BigInteger.TEN.pow(i))
                    .put("sm3", SM3);
        }
        assertThat(read(manifest).length()).isGreaterThan(1L << 50);
    }

    private static ObjectNode named(String name) {
        ObjectNode manifest = right();
        ((ObjectNode) manifest.path("parts").path(0)).put("name", name);
        return manifest;
    }
}
