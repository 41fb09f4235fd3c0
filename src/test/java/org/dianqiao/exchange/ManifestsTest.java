package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each member of a manifest, its form and its limits. */
class ManifestsTest extends ManifestsUnderTest {

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
                "2026-10-01T00:59:00.000+23:59",
                "2026-09-29T06:00:00.000-19:00",
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
}
