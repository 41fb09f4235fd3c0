package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each member of a manifest, its form and its limits. */
class ManifestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SM3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    @Test
    void readsWhatAPartnerSays() {
        Manifest manifest = read(right().put("case", "2609-410105-04-01-123459").put("purpose", "supply application"));
        assertThat(manifest.kind()).isEqualTo(Kind.EVENT);
        assertThat(manifest.from()).isEqualTo("approval.henan");
        assertThat(manifest.sent()).isEqualTo(Instant.parse("2026-09-30T01:00:00Z"));
        assertThat(manifest.caseId()).isEqualTo("2609-410105-04-01-123459");
        assertThat(manifest.purpose()).isEqualTo("supply application");
        assertThat(manifest.parts()).containsExactly(new Part("payload", "application/json", 3, SM3, false));
    }

    @Test
    void allowsMembersThatItDoesNotKnow() {
        assertThat(read(right().put("remark", "加急")).id()).isEqualTo("a-1");
    }

    @Test
    void allowsNoPartAtAll() {
        ObjectNode manifest = right();
        manifest.putArray("parts");
        assertThat(read(manifest).parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "id", "kind", "service", "from", "sent", "parts"})
    void wantsEachRequiredMember(String member) {
        ObjectNode manifest = right();
        manifest.remove(member);
        assertRefused(manifest);
        assertRefused(manifest.putNull(member));
    }

    @ParameterizedTest
    @CsvSource({
        "v, 1.0",
        "v, '\"1\"'",
        "v, 2",
        "v, 0",
        "v, true",
        "v, 4294967297",
        "v, 18446744073709551617",
        "v, [1]",
        "id, 1",
        "id, '\"\"'",
        "id, '\"a 1\"'",
        "id, '\"a/1\"'",
        "id, '\"号\"'",
        "id, '\"a\\u00001\"'",
        "id, '\"a\\n\"'",
        "kind, '\"EVENT\"'",
        "kind, '\"letter\"'",
        "kind, '\"\"'",
        "service, '\"Project\"'",
        "service, '\".project\"'",
        "service, '\"project.\"'",
        "service, '\"project..coded\"'",
        "service, '\"1project\"'",
        "service, '\"project_coded\"'",
        "service, '\"project/coded\"'",
        "from, '\".henan\"'",
        "from, '\"Grid.henan\"'",
        "from, '\"-henan\"'",
        "from, '\"grid henan\"'",
        "from, '\"\"'",
        "to, '\"\"'",
        "to, null",
        "to, '\"Grid\"'",
        "to, 5",
        "case, '\"\"'",
        "case, null",
        "case, 5",
        "case, '\"a\\nb\"'",
        "replyTo, '\"\"'",
        "replyTo, '\"a 1\"'",
        "replyTo, null",
        "purpose, '\"\"'",
        "purpose, null",
        "purpose, '\"a\\u0000\"'",
        "parts, {}",
        "parts, '\"none\"'",
        "parts, [1]",
        "parts, [null]",
        "parts, [[]]"
    })
    void refusesAMemberThatIsNotInItsForm(String member, String value) {
        assertRefused(right().toString(), member, value);
    }

    @ParameterizedTest
    @CsvSource({"id, 64", "service, 64", "from, 64", "to, 64", "case, 64", "purpose, 200", "replyTo, 64"})
    void refusesAMemberThatIsTooLong(String member, int longest) {
        assertThat(read(right().put(member, "a".repeat(longest))).id()).isNotEmpty();
        assertRefused(right().put(member, "a".repeat(longest + 1)));
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(read(right().put("case", "𠮷".repeat(64))).caseId()).hasSize(128);
        assertRefused(right().put("case", "𠮷".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-30T09:00:00.000+08:00",
                "2026-09-30T01:00:00.000Z",
                "2026-09-29T20:00:00.000-05:00",
                "2026-09-30T01:00:00.000+00:00"
            })
    void readsTheTimeOfSending(String sent) {
        assertThat(read(right().put("sent", sent)).sent()).isEqualTo(Instant.parse("2026-09-30T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-30T01:00:00Z",
                "2026-09-30T01:00:00.00Z",
                "2026-09-30T01:00:00.0000Z",
                "2026-09-30T01:00:00.000",
                "2026-09-30T01:00:00.000z",
                "2026-09-30t01:00:00.000Z",
                "2026-09-30 01:00:00.000Z",
                "2026-02-30T01:00:00.000Z",
                "2027-02-29T01:00:00.000Z",
                "2026-13-01T01:00:00.000Z",
                "2026-09-30T24:00:00.000Z",
                "2026-09-30T01:60:00.000Z",
                "2026-09-30T01:00:60.000Z",
                "2026-09-30T01:00:00,000Z",
                "2026-09-30T01:00:00.000+0800",
                "2026-09-30T01:00:00.000+08",
                "2026-09-30T01:00:00.000+25:00",
                "+2026-09-30T01:00:00.000Z",
                "2026-09-30T01:00:00.000Z ",
                "２０２６-09-30T01:00:00.000Z",
                "1790730000",
                ""
            })
    void refusesATimeInAnotherForm(String sent) {
        assertRefused(right().put("sent", sent));
    }

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
        "length, 9223372036854775808",
        "length, null",
        "length, 9223372036854775807",
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
                    .put("length", 1L << 50)
                    .put("sm3", SM3);
        }
        assertThat(read(manifest).length()).isEqualTo(100L << 50);
    }

    private static ObjectNode right() {
        ObjectNode manifest = JSON.createObjectNode()
                .put("v", 1)
                .put("id", "a-1")
                .put("kind", "event")
                .put("service", "project.code-assigned")
                .put("from", "approval.henan")
                .put("sent", "2026-09-30T09:00:00.000+08:00");
        manifest.putArray("parts")
                .addObject()
                .put("name", "payload")
                .put("type", "application/json")
                .put("length", 3)
                .put("sm3", SM3);
        return manifest;
    }

    private static ObjectNode named(String name) {
        ObjectNode manifest = right();
        ((ObjectNode) manifest.path("parts").path(0)).put("name", name);
        return manifest;
    }

    private static Manifest read(JsonNode manifest) {
        return Manifests.read(manifest.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(JsonNode manifest) {
        assertThatIllegalArgumentException().as(manifest.toString()).isThrownBy(() -> read(manifest));
    }

    /** The value goes in as it stands: a tree would make 1 of 1.0. */
    private static void assertRefused(String object, String member, String value) {
        ObjectNode marked = (ObjectNode) json(object);
        String changed = marked.put(member, "HERE").toString().replace("\"HERE\"", value);
        String manifest = marked.has("v") ? changed : right().toString().replace(object, changed);
        assertThatIllegalArgumentException()
                .as(manifest)
                .isThrownBy(() -> Manifests.read(manifest.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
