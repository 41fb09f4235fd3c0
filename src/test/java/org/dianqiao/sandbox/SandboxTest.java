package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String DECISION = "answered parallel HEN19-P3 [planning municipal], 01k5entry";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Town town;
    private GatewayStandIn gateway;
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        town = Town.in(folder);
        gateway = new GatewayStandIn(town);
        sandbox = start(Setting.anywhere(PAUSE));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        gateway.close();
    }

    @Test
    void playsTheStoryInItsOrder() {
        sandbox.play();
        await().untilAsserted(() -> assertThat(gateway.manifests())
                .extracting(Manifest::service)
                .containsExactly(
                        "project.code-assigned",
                        "project.code-assigned",
                        "project.updated",
                        "project.code-assigned",
                        "project.updated",
                        "lead.lookup",
                        "permit.preview",
                        "supply.applied",
                        "progress.reported",
                        "permit.filed",
                        "progress.reported",
                        "progress.reported",
                        "supply.applied",
                        "progress.lookup",
                        "permit.preview",
                        "permit.filed",
                        "permit.preview",
                        "permit.filed"));
        await().untilAsserted(
                        () -> assertThat(said.toString(StandardCharsets.UTF_8).lines())
                                .hasSize(18 + 3)
                                .satisfies(line -> assertThat(line).contains("422", "contract-violated"), atIndex(3))
                                .satisfies(line -> assertThat(line).contains(DECISION), atIndex(6))
                                .last(STRING)
                                .contains("No result yet of AHHS-DY-2026-", "the story goes on"));
    }

    @Test
    void answersALeadThreeTimes() throws IOException {
        assertThat(assign("L20260915001").accepted()).isTrue();
        await().until(() -> gateway.payloads().size() == 3);
        assertThat(gateway.payloads())
                .extracting(answer -> answer.path("state").asText())
                .containsExactly("accepted", "contacted", "reserved");
        assertThat(gateway.payloads()).allSatisfy(answer -> {
            assertThat(answer.path("leadNo").asText()).isEqualTo("L20260915001");
            assertThat(answer.path("manager").path("name").asText()).isEqualTo("王经理");
        });
        assertThat(gateway.payloads().get(2).path("reserveProjectNo").asText()).isEqualTo("HNZZ-2026-0001");
        assertThat(gateway.manifests()).extracting(Manifest::caseNo).containsOnly("2609-410105-04-01-123459");
    }

    @Test
    void worksOnALeadOnceHoweverOftenItIsToldOfIt() throws IOException {
        assign("L20260915001");
        assign("L20260915001");
        assign("L20260915002");
        await().until(() -> gateway.payloads().size() == 6);
        assertThat(gateway.payloads())
                .filteredOn(answer -> answer.path("leadNo").asText().endsWith("001"))
                .hasSize(3);
    }

    @Test
    void saysWhichAddressIsTaken() {
        int taken = sandbox.grid().counter().endpoint().getPort();
        assertThatThrownBy(() -> start(Setting.anywhere(PAUSE).port(Grid.ID, taken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another program listens on /127.0.0.1:" + taken);
    }

    private Sandbox start(Setting setting) throws IOException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Sandbox.start(folder, gateway.address(), setting, Town.CLOCK, out);
    }

    private Answer assign(String leadNo) throws IOException {
        URI grid = Town.base(sandbox.grid().counter());
        Desk outgoing = new Desk(gateway.identity(), grid, town.pinned("grid.henan/certificate.pem"), Town.CLOCK);
        ObjectNode lead = Json.object().put("leadNo", leadNo);
        return outgoing.send(Letter.event("lead.assigned", lead).to(Grid.ID).about("2609-410105-04-01-123459"));
    }
}
