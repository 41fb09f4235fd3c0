package org.dianqiao.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.connector.front.FrontWatch;
import org.dianqiao.sandbox.outside.Simulator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `sandbox --only approval-exchange` beside a gateway whose partner is the shipped one, but for where its database is. */
class ApprovalExchangeAloneTest extends AtTheDoor {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String platform = "approval.alone-" + NUMBER.incrementAndGet();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--port 0, 6",
        "--port 0 --fault wrong-check, 6",
        "--port 0 --fault out-of-order, 6",
        "--port 0 --fault corrected, 8",
        "'--port 0 --fault out-of-order,corrected', 8"
    })
    void bringsRowsOfAPlaceThatItsPartnerActsFor(String options, int taken) throws Exception {
        String line = "--only approval-exchange " + options + " --home " + folder;
        try (Simulator alone = Alone.open(line.split(" "), CLOCK, new PrintStream(said, true, UTF_8));
                AutoCloseable disconnecting = this::disconnect) {
            newcomer(platform, shipped(alone.address()));
            await().until(() -> {
                bean(FrontWatch.class).read();
                return told("sjsczt=1 ") >= taken;
            });
        }
        assertThat(told("sjsczt=-1 ")).as(said.toString(UTF_8)).isEqualTo(options.contains("wrong-check") ? 1 : 0);
        assertThat(accepted(post(query(GRID, "lead.lookup", Plots.leadOf("2609-411003-04-01-217003"))))
                        .json()
                        .path("milestones")
                        .toString())
                .contains("\"3\"", "\"8\"", "\"11\"", "许规建（2026）031号")
                .doesNotContain("（误）");
    }

    /** Nobody looks for a database that has gone with its test. */
    private void disconnect() {
        describe(platform, "kind: approval-platform\nregion: \"411000\"\n");
    }

    private String shipped(URI database) throws IOException {
        Files.writeString(Files.createDirectories(home().resolve("secrets")).resolve(platform), "any");
        return Files.readAllLines(home().resolve("mappings/partners/approval.xuchang.yaml")).stream()
                .filter(line -> !line.matches("(id|name):.*"))
                .map(line -> line.replaceFirst("(url: ).*", "$1\"" + database + "\""))
                .map(line -> line.replaceFirst("(secret: ).*", "$1\"file:secrets/" + platform + "\""))
                .collect(Collectors.joining("\n"));
    }

    private long told(String state) {
        return said.toString(UTF_8).lines().filter(line -> line.contains(state)).count();
    }
}
