package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A department of each temper, against a gateway that knows which status may follow which. */
class DepartmentTest {

    private static final String GREENING = "greening.zhengzhou";
    private static final String FILING = "HNZZ-SG-2026-0001";
    private static final Contracts CONTRACTS = Contracts.read(Path.of("mappings/contracts"));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private GatewayStandIn gateway;
    private Sandbox sandbox;
    private Department greening;
    private Desk outgoing;

    @BeforeEach
    void start() throws IOException {
        Town town = Town.in(folder);
        gateway = new GatewayStandIn(town);
        Setting setting = Setting.anywhere(Duration.ofMillis(5));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        sandbox = Sandbox.start(folder, gateway.address(), setting, Town.CLOCK, out);
        greening = sandbox.department(GREENING);
        outgoing = new Desk(
                gateway.identity(),
                Town.base(greening.counter()),
                town.pinned(GREENING + "/certificate.pem"),
                Town.CLOCK,
                1);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "prompt, 1 3 8 11",
        "late:0, 1 3 8 11",
        "special, 1 3 8 9 10 8 11",
        "rejects, 1 3 8 13",
        "not-accepted, 1 5",
        "tolerant, 1 3 8 12",
        "revokes:0, 1 3 8 11 15"
    })
    void keepsToTheLawfulOrder(String temper, String statuses) {
        greening.temper(Temper.of(temper));
        assign("T1");
        await().until(() -> greening.open() == 0);
        assertThat(statuses("T1")).isEqualTo(List.of(statuses.split(" ")));
        assertThat(gateway.refused()).isEmpty();
        assertThat(gateway.payloads()).allSatisfy(said -> assertThat(CONTRACTS.violations("permit.decided", said))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "contradicts, 1 3 8 11 13, 13",
        "out-of-order, 1 8 3 8 11, 8",
        "asks-too-much, 1 6 3 8 11, 6",
    })
    void goesOnWhenTheGatewayRefusesItsMistakeAndTells(String temper, String statuses, String refused) {
        greening.temper(Temper.of(temper));
        assign("T1");
        await().until(() -> greening.open() == 0);
        assertThat(statuses("T1")).isEqualTo(List.of(statuses.split(" ")));
        assertThat(gateway.refused())
                .singleElement()
                .satisfies(answer -> assertThat(answer.path("status").asText()).isEqualTo(refused));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("says " + refused + " of T1 → 退回 refused 422 contract-violated 状态");
    }

    @Test
    void waitsForThePapersThatItAskedFor() {
        greening.temper(Temper.SUPPLEMENTS);
        assign("T1");
        assign("T2");
        await().until(() -> statuses("T1").size() == 2 && statuses("T2").size() == 2);
        assertThat(decided("T1").get(1).path("documentsAsked").path(0).asText()).isEqualTo("traffic-plan");
        supplement("T1");
        await().until(() -> greening.open() == 1);
        assertThat(statuses("T1")).containsExactly("1", "6", "7", "3", "8", "11");
        assertThat(statuses("T2")).containsExactly("1", "6");
        supplement("T1");
        supplement("T2");
        await().until(() -> greening.open() == 0);
        assertThat(statuses("T1")).hasSize(6);
        assertThat(gateway.refused()).isEmpty();
    }

    @Test
    void isSilentForAsLongAsItIsLate() {
        greening.temper(Temper.late(Duration.ofHours(1)));
        assign("T1");
        greening.temper(Temper.PROMPT);
        assign("T2");
        await().until(() -> greening.open() == 1);
        assertThat(decided("T1")).isEmpty();
    }

    @Test
    void givesALicenceWithItsPermit() {
        assign("T1");
        await().until(() -> greening.open() == 0);
        ObjectNode permit = decided("T1").get(3);
        assertThat(permit.path("documentNo").asText()).isEqualTo("郑州市园许〔2026〕0915093000号");
        assertThat(permit.path("opinion").asText()).isNotEmpty();
        assertThat(permit.path("at").asText()).isEqualTo("2026-09-15T09:30:00+08:00");
        assertThat(permit.path("licence").path("identifier").asText())
                .startsWith("1.2.156.3005.2.11100000000013338W903.410100.T1.001.");
        assertThat(permit.path("licence").path("part").asText()).isEqualTo("licence");
        assertThat(gateway.manifests().get(3).parts())
                .extracting(Manifest.Entry::name, Manifest.Entry::type)
                .containsExactly(tuple("payload", "application/json"), tuple("licence", "application/pdf"));
        assertThat(gateway.manifests())
                .allSatisfy(manifest -> assertThat(manifest.caseNo()).isEqualTo(FILING));
    }

    @Test
    void mixesNoTwoTasksUp() {
        Map<String, Temper> tempers = new HashMap<>();
        IntStream.rangeClosed(1, 400).forEach(n -> {
            Temper temper = n % 2 == 0 ? Temper.SPECIAL : Temper.REJECTS;
            tempers.put("T" + n, temper);
            greening.temper(temper);
            assign("T" + n);
        });
        await().until(() -> greening.open() == 0);
        assertThat(gateway.refused()).isEmpty();
        tempers.forEach((task, temper) -> assertThat(statuses(task))
                .isEqualTo(temper.moves().stream()
                        .map(move -> move.status().code())
                        .toList()));
        Set<String> numbers = new HashSet<>();
        assertThat(gateway.payloads())
                .filteredOn(decided -> decided.has("documentNo"))
                .allMatch(decided -> numbers.add(decided.path("documentNo").asText()))
                .hasSize(200);
    }

    @Test
    void worksOnATaskOnceHoweverOftenItIsAssigned() {
        assign("T1");
        assign("T1");
        await().until(() -> greening.open() == 0);
        assign("T1");
        assertThat(greening.open()).isZero();
        assertThat(statuses("T1")).containsExactly("1", "3", "8", "11");
    }

    @Test
    void putsAsideWhatIsWithdrawn() {
        greening.temper(Temper.SUPPLEMENTS);
        assign("T1");
        await().until(() -> statuses("T1").size() == 2);
        tell("permit.withdrawn", Json.object().put("filingNo", FILING).put("reason", "线路改道"));
        assertThat(greening.open()).isZero();
        supplement("T1");
        await().untilAsserted(() -> assertThat(statuses("T1")).containsExactly("1", "6", "2"));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("puts 1 of the withdrawn filing aside: " + FILING);
    }

    @Test
    void saysNothingMoreOfWhatIsWithdrawn() {
        greening.temper(Temper.late(Duration.ofMillis(200)));
        assign("T1");
        tell("permit.withdrawn", Json.object().put("filingNo", FILING).put("reason", "线路改道"));
        assign("T2");
        await().until(() -> greening.open() == 0);
        await().untilAsserted(() -> assertThat(statuses("T1")).containsExactly("2"));
        assertThat(statuses("T2")).containsExactly("1", "3", "8", "11");
    }

    @Test
    void takesNoTaskWithoutANumber() {
        Letter nameless = Letter.event("permit.task-assigned", Json.object().put("taskNo", "T1"));
        assertThatThrownBy(() -> outgoing.send(nameless.to(GREENING))).hasMessageContaining("HTTP 422");
        assertThat(greening.open()).isZero();
    }

    private void assign(String task) {
        ObjectNode assigned = Json.object()
                .put("taskNo", task)
                .put("filingNo", FILING)
                .put("item", "园林绿化许可")
                .put("due", "2026-09-22");
        assigned.putArray("documents")
                .addObject()
                .put("type", "traffic-plan")
                .put("name", "交通疏解方案")
                .put("part", "traffic-plan");
        tell("permit.task-assigned", assigned);
    }

    private void supplement(String task) {
        ObjectNode supplement = Json.object().put("filingNo", FILING).put("taskNo", task);
        supplement.putArray("documents");
        tell("permit.supplemented", supplement);
    }

    private void tell(String service, ObjectNode payload) {
        assertThat(outgoing.send(Letter.event(service, payload).to(GREENING).about(FILING))
                        .accepted())
                .isTrue();
    }

    private List<ObjectNode> decided(String task) {
        return gateway.payloads().stream()
                .filter(payload -> payload.path("taskNo").asText().equals(task))
                .toList();
    }

    private List<String> statuses(String task) {
        return decided(task).stream()
                .map(payload -> payload.path("status").asText())
                .toList();
    }
}
