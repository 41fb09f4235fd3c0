package org.dianqiao.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dianqiao.WithGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of src/docs/protocol.md, run as they stand, from top to bottom, in one shell. */
class ProtocolPageIsTrueTest extends WithGateway {

    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String NEXT = "== block %d ==";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void haveWhatThePageUses() throws IOException, InterruptedException {
        Programs.require("curl", "openssl", "unzip");
    }

    /** Nobody sits at these counters here, and what waits for them would be tried as long as there are tests. */
    @AfterAll
    static void nobodyIsAwaited() {
        database()
                .sql("DELETE FROM delivery WHERE service IN ('permit.task-assigned', 'notice.published')")
                .update();
    }

    @Test
    void runsEveryExampleOfThePage() throws IOException, InterruptedException {
        List<String> blocks = blocks(Files.readString(Path.of("src/docs/protocol.md")));
        assertThat(blocks).hasSizeGreaterThan(10);

        Path output = folder.resolve("output");
        Process shell = shell(script(blocks), output);
        boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
        shell.destroyForcibly().onExit().join();

        String said = Files.readString(output);
        assertThat(ended && shell.exitValue() == 0)
                .withFailMessage(() -> lastBlock(blocks, said) + "\n-- its output --\n" + said)
                .isTrue();
    }

    private static List<String> blocks(String page) {
        return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
    }

    /** Each block says which one it is before it begins, and so the last one that began is the one that failed. */
    private static String script(List<String> blocks) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            script.append("echo '").append(NEXT.formatted(i)).append("'\n").append(blocks.get(i));
        }
        return script.toString();
    }

    private static Process shell(String script, Path output) throws IOException {
        Path file = Files.writeString(folder.resolve("protocol.sh"), script);
        ProcessBuilder shell = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("GATEWAY", gateway().toString());
        shell.environment().put("HOME_DIR", home().toString());
        shell.environment().put("TMPDIR", folder.toString());
        return shell.start();
    }

    private static String lastBlock(List<String> blocks, String said) {
        int last = (int) IntStream.range(0, blocks.size())
                        .filter(i -> said.contains(NEXT.formatted(i)))
                        .count()
                - 1;
        return "This example of src/docs/protocol.md fails:\n" + blocks.get(Math.max(0, last));
    }
}
