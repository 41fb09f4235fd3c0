package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story from the code to the scheme, with a gateway that assigns tasks and gives results. */
class StoryTest {

    private static final String FILING = "HNZZ-SG-2026-0915093001";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private GatewayStandIn gateway;
    private Town town;

    @BeforeEach
    void start() throws IOException {
        town = Town.in(folder);
        gateway = new GatewayStandIn(town);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void bringsTheSiteItsPermitsAndTheShopsTheirs() throws IOException {
        playTo("AHHS", Map.of());
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "国网河南 得知审批结果 hears the result: " + FILING + " approved, 证书 certificate DQ-1",
                        "国网山东 得知审批结果 hears the result: SDJN-DY-2026-",
                        "committed, 证书 certificate DQ-2",
                        "国网河南补交材料 hands in what was asked for: traffic-plan → 已受理 accepted")
                .doesNotContain("No result yet", "failed");
        assertThat(gateway.refused()).isEmpty();
        assertThat(statuses("T-greening.zhengzhou")).containsExactly("1", "6", "7", "3", "8", "11");
        assertThat(statuses("T-planning.zhengzhou")).containsExactly("1", "3", "8", "11");
        assertThat(services().lastIndexOf("progress.reported"))
                .isGreaterThan(services().lastIndexOf("permit.decided"));
    }

    @Test
    void filesTheLineWithItsPapers() throws IOException {
        playTo("AHHS", Map.of());
        int at = services().indexOf("permit.filed");
        ObjectNode filed = gateway.payloads().get(at);
        assertThat(filed.path("filingNo").asText()).isEqualTo(FILING);
        assertThat(filed.path("works").path("crossings"))
                .extracting(JsonNode::asText)
                .containsExactly("urban-road", "greenery");
        assertThat(filed.path("documents"))
                .extracting(document -> document.path("part").asText())
                .containsExactly("construction-plan", "traffic-plan");
        assertThat(gateway.manifests().get(at).parts())
                .extracting(Manifest.Entry::name)
                .containsExactly("payload", "construction-plan", "traffic-plan");
    }

    @Test
    void commitsTheShopsToWhatTheGatewayNamed() throws IOException {
        playTo("AHHS", Map.of());
        ObjectNode filed = gateway.payloads().get(services().lastIndexOf("permit.filed"));
        assertThat(filed.path("commitments"))
                .extracting(JsonNode::asText)
                .containsExactly("file-before-start", "push-works-information");
        assertThat(filed.path("documents").path(0).path("type").asText()).isEqualTo("commitment-letter");
    }

    @Test
    void saysOnlyWhatTheContractsAllow() throws IOException {
        playTo("AHHS", Map.of());
        Contracts contracts = Contracts.read(Path.of("mappings/contracts"));
        List<Manifest> manifests = gateway.manifests();
        for (int i = 0; i < manifests.size(); i++) {
            String service = manifests.get(i).service();
            ObjectNode payload = gateway.payloads().get(i);
            if (contracts.has(service) && !payload.path("projectCode").asText().equals(GatewayStandIn.MISTYPED)) {
                assertThat(contracts.violations(service, payload)).as(service).isEmpty();
            }
        }
    }

    @Test
    void letsTheDepartmentsBeAsTheyAreChosen() throws IOException {
        playTo("No result yet of " + FILING, Map.of("greening.zhengzhou", Temper.REJECTS));
        assertThat(statuses("T-greening.zhengzhou")).containsExactly("1", "3", "8", "13");
        assertThat(services()).doesNotContain("permit.supplemented");
    }

    private void playTo(String lastWords, Map<String, Temper> tempers) throws IOException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Setting setting = Setting.anywhere(Duration.ofMillis(30)).tempers(tempers);
        try (Sandbox sandbox = Sandbox.start(folder, gateway.address(), setting, Town.CLOCK, out);
                OneWindow window = new OneWindow(town, gateway, sandbox)) {
            sandbox.play();
            await().until(() -> said.toString(StandardCharsets.UTF_8)
                    .lines()
                    .anyMatch(line -> line.contains(lastWords) && line.contains("result")));
        }
    }

    private List<String> services() {
        return gateway.manifests().stream().map(Manifest::service).toList();
    }

    private List<String> statuses(String task) {
        return gateway.payloads().stream()
                .filter(payload -> payload.path("taskNo").asText().equals(task) && payload.has("status"))
                .map(payload -> payload.path("status").asText())
                .toList();
    }
}
