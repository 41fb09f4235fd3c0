package org.dianqiao.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged programs: the verifier's own small jar, and the verb of the gateway's, both in 128 MB. */
class VerifierJarsIT {

    private static final Path GATEWAY = Path.of(System.getProperty("dianqiao.jar"));
    private static final Path VERIFIER = GATEWAY.resolveSibling("dianqiao-verify.jar");
    private static final String BUNDLES = "src/test/resources/verifier/";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "accepted.zip, 0, FULL",
        "delivered.zip, 0, FULL",
        "erased.zip, 0, DIGEST-ONLY",
        "two-signers.zip, 1, not-signed-data",
        "bomb.zip, 1, bomb",
        "nothing.zip, 2, ''"
    })
    void saysTheSameFromBothJars(String bundle, int code, String word) throws IOException, InterruptedException {
        Asked.Ran alone = run(VERIFIER, List.of(), bundle);
        Asked.Ran verb = run(GATEWAY, List.of("verify"), bundle);

        assertThat(alone.code()).as(alone.out()).isEqualTo(code);
        assertThat(alone.out()).contains(word);
        assertThat(verb).isEqualTo(alone);
    }

    private Asked.Ran run(Path jar, List<String> verb, String bundle) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(List.of("-Xmx128m", "-jar", jar.toString()));
        command.addAll(verb);
        command.addAll(List.of(BUNDLES + bundle, "--anchors", BUNDLES + "root.pem"));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Asked.Ran(process.exitValue(), Files.readString(said), "");
        } finally {
            process.destroyForcibly();
        }
    }
}
