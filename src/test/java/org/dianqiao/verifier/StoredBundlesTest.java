package org.dianqiao.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archives that are kept: what was evidence stays evidence whatever becomes of the program. */
class StoredBundlesTest {

    private static final Path FOLDER = Path.of("src/test/resources/verifier");

    @ParameterizedTest
    @CsvSource({
        "accepted.zip, 0, FULL",
        "delivered.zip, 0, FULL",
        "asked.zip, 0, FULL",
        "refused.zip, 0, PARTIAL",
        "unstamped.zip, 0, FULL",
        "several.zip, 0, FULL",
        "erased.zip, 0, DIGEST-ONLY",
        "changed-part.zip, 1, wrong-digest",
        "two-signers.zip, 1, not-signed-data",
        "climbing-name.zip, 1, unsafe-name",
        "two-archives.zip, 1, directory-disagrees",
        "bomb.zip, 1, bomb"
    })
    void saysOfEach(String archive, int code, String word) {
        Asked.Ran ran = Asked.run(new byte[0], file(archive), "--anchors", file("root.pem"), "--json");

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out()).contains("\"" + word + "\"");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void comparesWithTheHeldHead() {
        Asked.Ran ran = Asked.run(
                new byte[0], file("accepted.zip"), "--anchors", file("root.pem"), "--head", file("held.json"));

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("[consistent]");
    }

    @Test
    void areAllNamedInTheirReadme() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals("README.md") || readme.contains(name));
        }
    }

    private static String file(String name) {
        return FOLDER.resolve(name).toString();
    }
}
