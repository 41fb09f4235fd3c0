package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.sandbox.approval.ApprovalExchange;
import org.dianqiao.sandbox.approval.Project;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The simulated platform with each of its faults, and what the gateway makes of the rows that it puts there. */
class ApprovalExchangePlaysTest extends WithFronts {

    private static final String ACCOUNT = "postgres";

    private final String code = code();
    private final List<String> narration = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private ApprovalExchange simulator;

    private void plays(Fault... faults) throws IOException {
        Project project =
                new Project(code, "中原·上蔡科创园一期", REGION, "上蔡县蔡都街道", "114.2643,33.2622", "上蔡县自然资源局", "上规建（2026）008号");
        simulator = ApprovalExchange.open(
                new Scene(
                        new InetSocketAddress("127.0.0.1", 0), Faults.of(faults), folder.resolve("sandbox/it"), CLOCK),
                project,
                narration::add);
        String url = simulator.address().toString();
        tables = new Tables(url, new DriverManagerDataSource(url, ACCOUNT, "any"), "any");
        String last = Set.of(faults).contains(Fault.OUT_OF_ORDER) ? PROJECTS : DOCUMENTS;
        int times = Set.of(faults).contains(Fault.CORRECTED) ? 3 : 1;
        await().until(() -> Collections.frequency(narration, "写入 " + last) == times);
        connect(ACCOUNT, tables, "");
        read();
    }

    /** Before its database goes. */
    @AfterEach
    void closes() {
        disconnect();
        await().until(bean(FrontWatch.class)::isIdle);
        simulator.close();
    }

    @Test
    void isTakenWholeAndToldSo() throws Exception {
        plays();
        assertTaken();
        await().until(() ->
                narration.stream().filter(line -> line.contains("sjsczt=1")).count() == 6);
    }

    /** The document is there before the item that it ends, and the project last of all. */
    @Test
    void isTakenWholeInWhateverOrderItsRowsCome() throws Exception {
        plays(Fault.OUT_OF_ORDER);
        read();
        assertTaken();
        assertThat(said()).startsWith("project.code-assigned accepted").allMatch(each -> each.endsWith(" accepted"));
    }

    @Test
    void isTakenWithoutTheDocumentThatItMadeVoid() throws Exception {
        plays(Fault.CORRECTED);
        assertTaken();
        await().until(() -> narration.stream().anyMatch(line -> line.endsWith("已作废，未曾转告")));
    }

    private void assertTaken() {
        for (String table : List.of(PROJECTS, ITEMS, DETAILS, DOCUMENTS)) {
            assertThat(tables.count(table, NEW) + tables.count(table, FAILED))
                    .as(table)
                    .isZero();
        }
        JsonNode milestones = lead(code).path("milestones");
        assertThat(milestones.findValuesAsText("status")).containsExactlyInAnyOrder("1", "3", "8", "11", "11");
        assertThat(milestones.findValuesAsText("documentNo")).containsExactly("上规建（2026）008号");
    }

    @Test
    void hearsWhichCodeItMistyped() throws Exception {
        plays(Fault.WRONG_CHECK);
        assertThat(tables.state(PROJECTS, 1)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, 1)).contains("xmdm", "校验");
        assertThat(tables.state(PROJECTS, 2)).isEqualTo(TAKEN);
        assertThat(lead(code).path("milestones")).hasSize(5);
    }

    @Test
    void hearsThatItsNamesAreGarbled() throws Exception {
        plays(Fault.GBK);
        assertThat(tables.state(PROJECTS, 1)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, 1)).contains("xmmc", "乱码");
        assertThat(tables.count(ITEMS, NEW))
                .as("waits for the project that is put right")
                .isOne();
        assertThat(said()).singleElement().asString().endsWith(" contract-violated");
    }
}
