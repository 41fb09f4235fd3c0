package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Homes;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.Outsider.Caller;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.sandbox.outside.Way;
import org.junit.jupiter.api.Test;

/** The plot's own application, played against a running gateway: from the window to the meter. */
class PowerChapterTest extends AtTheDoor {

    private static final String WINDOW = "window.zhengzhou";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> calledBack = new CopyOnWriteArrayList<>();

    @Test
    void isCalledBackToTheEndByTheSystemThatTheHouseKnows() throws Exception {
        try (Simulator marketing = marketing()) {
            Homes.point(home(), PowerChapter.MARKETING, marketing.address().resolve("/esb/transformation"));
            bean(FileWatch.class).refresh();
            Narration narration = new Narration(new PrintStream(said, true, StandardCharsets.UTF_8));
            Stage stage = new Stage(CLOCK, Duration.ofMillis(10), narration, new Numbers(CLOCK));
            new PowerChapter(desk(WINDOW), stage).play();
            await().until(() -> calledBack.size() == 6);
        }
        assertThat(calledBack).allMatch(line -> line.endsWith("-> 0000"));
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains(" accepted, ") || line.contains(" answered"));
        assertThat(stages())
                .containsExactly(
                        "accepted", "accepted", "scheme-answered", "customer-works", "customer-works", "connected");
    }

    private static Simulator marketing(Caller caller) throws IOException {
        Path folder = home().resolve("data/sandbox");
        return Outsider.MARKETING.open(folder, new InetSocketAddress("127.0.0.1", 0), Faults.none(), CLOCK, caller);
    }

    private Simulator marketing() throws IOException {
        Way way = new Way(PowerChapter.callBacks(gateway()), Duration.ofMillis(10), calledBack::add);
        return marketing(new Caller(home().resolve("data/sandbox/gateway.pem"), way, line -> {}));
    }

    private List<String> stages() {
        String number = said.toString(StandardCharsets.UTF_8).replaceAll("(?s).*(ZZCK-ZS-[0-9-]+).*", "$1");
        JsonNode found = accepted(
                        post(query(WINDOW, "progress.lookup", Json.object().put("applicationNo", number))))
                .json();
        return found.path("timeline").findParents("about").stream()
                .filter(event -> event.path("what").asText().equals("stage"))
                .map(event -> event.path("about").asText())
                .toList();
    }
}
