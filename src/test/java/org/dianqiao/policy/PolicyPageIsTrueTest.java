package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** src/docs/policies.md says where each clause of the texts is, and none is left out. */
class PolicyPageIsTrueTest {

    private static final Path PAGE = Path.of("src/docs/policies.md");
    private static final Pattern TABLES =
            Pattern.compile("(?<=<!-- tables: begin -->\n).*(?=\n<!-- tables: end -->)", Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("(?<=^```yaml\n).*?(?=^```)", Pattern.MULTILINE | Pattern.DOTALL);

    private static final ClauseTables TABLES_OF_THE_PACKS =
            new ClauseTables(Stream.of("national", "henan", "huangshan", "shandong", "jilin-local-power")
                    .flatMap(id -> Given.PACKS.versions(id).stream())
                    .toList());

    @Test
    void holdsTheTablesThatThePacksGive() throws IOException {
        String page = Files.readString(PAGE);
        String written = TABLES.matcher(page).replaceFirst(Matcher.quoteReplacement(TABLES_OF_THE_PACKS.written()));
        if ("write".equals(System.getProperty("dianqiao.docs"))) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE))
                .as(
                        "the tables of %s, written anew by ./mvnw test -Dtest=PolicyPageIsTrueTest"
                                + " -Ddianqiao.docs=write",
                        PAGE)
                .isEqualTo(written);
    }

    @Test
    void namesEachClauseOnce() throws IOException {
        String page = Files.readString(PAGE);
        List<String> ids = Clauses.ALL.values().stream().flatMap(List::stream).toList();
        assertThat(ids).hasSize(130).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(page).containsOnlyOnce("\n| " + id + " | "));
    }

    @Test
    void knowsNoClauseThatIsInNoText() {
        List<String> unknown = TABLES_OF_THE_PACKS.ids().stream()
                .filter(id -> Clauses.ALL.values().stream().noneMatch(ids -> ids.contains(id)))
                .toList();
        assertThat(unknown).containsExactly("DQ-W4", "DQ-X1", "DQ-X2");
    }

    @Test
    void showsARuleAsItStandsInHenansPack() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        assertThat(Files.readString(Given.FOLDER.resolve("henan.yaml")))
                .contains(
                        example.group().lines().map(line -> "  " + line + "\n").collect(Collectors.joining()));
    }
}
