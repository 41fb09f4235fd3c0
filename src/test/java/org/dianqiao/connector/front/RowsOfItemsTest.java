package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.detail;
import static org.dianqiao.connector.front.Tables.document;
import static org.dianqiao.connector.front.Tables.item;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 审批事项办理, 办理详细信息 and 批复文件 in a front-end database: how far projects are. */
class RowsOfItemsTest extends WithFronts {

    private final String code = code();

    @ParameterizedTest
    @EnumSource
    void tellHowFarAProjectIs(Engine engine) {
        connect(engine);
        flow(3, 2);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(DETAILS, detail(code, "A1", "3"));
        tables.insert(DETAILS, detail(code, "A1", "11"));
        tables.insert(DOCUMENTS, document(code, "A1"));
        read();
        assertThat(said())
                .hasSize(5)
                .startsWith("project.code-assigned accepted")
                .allMatch(each -> each.endsWith(" accepted"));
        JsonNode milestones = lead(code).path("milestones");
        assertThat(milestones.findValuesAsText("status")).containsExactlyInAnyOrder("1", "3", "11", "11");
        assertThat(milestones.findValuesAsText("stage")).containsOnly("2");
        assertThat(milestones.findValuesAsText("documentNo")).containsExactly("郑规建（2026）088号");
        assertThat(milestones.findValuesAsText("at"))
                .contains("2026-10-08T09:05:00+08:00", "2026-10-08T09:30:00+08:00", "2026-10-20T00:00:00+08:00");
        assertThat(tables.count(ITEMS, TAKEN) + tables.count(DETAILS, TAKEN) + tables.count(DOCUMENTS, TAKEN))
                .isEqualTo(4);
    }

    /** Two districts may use one number. */
    @ParameterizedTest
    @EnumSource
    void areToldForTheProjectOfTheirDistrict(Engine engine) {
        connect(engine);
        String neighbour = code();
        tables.insert(PROJECTS, with(with(project(code), "gcdm", "GC-001"), "xzqhdm", REGION));
        tables.insert(PROJECTS, with(with(project(neighbour), "gcdm", "GC-001"), "xzqhdm", "411722"));
        tables.insert(ITEMS, with(with(item(code, "A1"), "gcdm", "GC-001"), "xzqhdm", REGION));
        tables.insert(DETAILS, with(detail(code, "A1", "11"), "gcdm", "GC-001"));
        long nobodys = tables.insert(ITEMS, with(with(item(code, "A2"), "gcdm", "GC-001"), "xzqhdm", "411700"));
        read();
        assertThat(lead(code).path("milestones").findValuesAsText("status")).contains("11");
        assertThat(lead(neighbour).path("milestones").findValuesAsText("status"))
                .doesNotContain("11");
        assertThat(tables.state(ITEMS, nobodys)).isEqualTo(NEW);
        pass(Duration.ofHours(25));
        read();
        assertThat(tables.reason(ITEMS, nobodys)).contains("xzqhdm");
    }

    /** Parallel items 并行推进事项 run beside the four stages. */
    @Test
    void areAtTheStageOfTheirProjectWhereTheyHaveNoneOfTheFour() {
        connect(Engine.POSTGRESQL);
        flow(7, 5);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(ITEMS, with(item(code, "A2"), "spsxbm", "unknown"));
        read();
        assertThat(lead(code).path("milestones").findValuesAsText("stage")).containsExactly("1", "1");
    }

    @ParameterizedTest
    @EnumSource
    void waitForWhatTheyBelongTo(Engine engine) {
        connect(engine);
        long detail = tables.insert(DETAILS, detail(code, "A1", "3"));
        long document = tables.insert(DOCUMENTS, document(code, "A1"));
        long item = tables.insert(ITEMS, item(code, "A1"));
        read();
        assertThat(tables.state(ITEMS, item)).isEqualTo(NEW);
        assertThat(tables.reason(ITEMS, item)).isEqualTo("等待工程代码 gcdm 的项目基本信息");
        assertThat(tables.state(DETAILS, detail)).isEqualTo(NEW);
        assertThat(tables.reason(DOCUMENTS, document)).isEqualTo("等待事项实例 spsxslbm 的办理信息");
        assertThat(said()).isEmpty();
        tables.insert(PROJECTS, project(code));
        read();
        assertThat(tables.state(ITEMS, item)).isEqualTo(TAKEN);
        assertThat(tables.state(DETAILS, detail)).isEqualTo(TAKEN);
        assertThat(tables.state(DOCUMENTS, document)).isEqualTo(TAKEN);
        assertThat(tables.reason(DOCUMENTS, document)).isEmpty();
    }

    @Test
    void failWhenItNeverComesAndHoldUpNobody() {
        connect(Engine.POSTGRESQL);
        long lost = tables.insert(ITEMS, item("none", "A0"));
        long orphan = tables.insert(DETAILS, detail("none", "A0", "3"));
        read();
        tables.insert(PROJECTS, project(code));
        long good = tables.insert(ITEMS, item(code, "A1"));
        pass(Duration.ofHours(25));
        read();
        assertThat(tables.state(ITEMS, lost)).isEqualTo(FAILED);
        assertThat(tables.reason(ITEMS, lost)).contains("gcdm");
        assertThat(tables.state(DETAILS, orphan)).isEqualTo(FAILED);
        assertThat(tables.state(ITEMS, good)).isEqualTo(TAKEN);
        assertThat(said()).contains("project.updated contract-violated");
    }

    @ParameterizedTest
    @CsvSource({"blzt, 16, blzt", "blzt, '', blzt", "gcdm, other, gcdm", "blyj, 锟斤拷, blyj"})
    void sayInTheirTableWhatIsWrongWithThem(String column, String value, String named) {
        connect(Engine.POSTGRESQL);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        long bad = tables.insert(DETAILS, with(detail(code, "A1", "3"), column, value));
        long good = tables.insert(DETAILS, detail(code, "A1", "8"));
        read();
        assertThat(tables.state(DETAILS, bad)).isEqualTo(FAILED);
        assertThat(tables.reason(DETAILS, bad)).contains(named);
        assertThat(tables.state(DETAILS, good)).isEqualTo(TAKEN);
    }

    @Test
    void areWithdrawnWhereAVoidOneStaysAlone() {
        connect(Engine.POSTGRESQL);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(ITEMS, with(item(code, "A1"), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(lead(code).path("milestones").findValuesAsText("status")).containsExactlyInAnyOrder("1", "2");
    }

    @ParameterizedTest
    @EnumSource
    void areNotWithdrawnWhileWhatTakesThePlaceOfAVoidOneIsWrong(Engine engine) {
        connect(engine);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        long taken = tables.insert(ITEMS, with(item(code, "A1"), "sjyxbs", 0));
        long wrong = tables.insert(ITEMS, with(item(code, "A1"), "spbmmc", "锟斤拷"));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(tables.state(ITEMS, wrong)).isEqualTo(FAILED);
        assertThat(tables.state(ITEMS, taken)).isEqualTo(NEW);
        tables.insert(ITEMS, with(item(code, "A1"), "spsxbm", "GHXK03"));
        read();
        assertThat(tables.count(ITEMS, NEW)).isZero();
        assertThat(lead(code).path("milestones").findValuesAsText("status")).doesNotContain("2");
    }

    @Test
    void areNotToldOfAProjectThatWasTakenBack() {
        connect(Engine.POSTGRESQL);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        read();
        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        long taken = tables.insert(ITEMS, with(item(code, "A1"), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        long late = tables.insert(DETAILS, detail(code, "A1", "3"));
        read();
        assertThat(said())
                .containsExactly(
                        "project.code-assigned accepted", "project.updated accepted", "project.withdrawn accepted");
        assertThat(tables.state(ITEMS, taken)).isEqualTo(TAKEN);
        assertThat(tables.reason(ITEMS, taken)).isEqualTo("该项目已撤销");
        assertThat(tables.reason(DETAILS, late)).isEqualTo("等待事项实例 spsxslbm 的办理信息");
    }

    @Test
    void countAgainWhenTheyArePutThereAgainAsTheyWere() {
        connect(Engine.POSTGRESQL);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(ITEMS, with(item(code, "A1"), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        long again = tables.insert(ITEMS, with(item(code, "A1"), "gxsj", Timestamp.valueOf("2026-10-12 09:00:00")));
        read();
        assertThat(tables.state(ITEMS, again)).isEqualTo(TAKEN);
        assertThat(lead(code).path("milestones").findValuesAsText("status")).containsExactly("1", "2", "1");
        Timestamp later = Timestamp.valueOf("2026-10-13 09:00:00");
        tables.insert(ITEMS, with(with(item(code, "A1"), "sjyxbs", 0), "gxsj", later));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(lead(code).path("milestones").findValuesAsText("status"))
                .hasSize(4)
                .endsWith("2");
    }

    @ParameterizedTest
    @EnumSource
    void arePutRightByAVoidDetailAndTheOneThatFollowsIt(Engine engine) {
        connect(engine);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(DETAILS, with(detail(code, "A1", "8"), "dfsjzj", "D-1"));
        read();
        long taken = tables.insert(DETAILS, with(with(detail(code, "A1", "8"), "dfsjzj", "D-1"), "sjyxbs", 0));
        read();
        assertThat(tables.state(DETAILS, taken)).isEqualTo(NEW);
        assertThat(tables.reason(DETAILS, taken)).isEqualTo("作废行，等待更正后的行");
        long instead = tables.insert(DETAILS, with(detail(code, "A1", "13"), "dfsjzj", "D-1"));
        read();
        assertThat(tables.state(DETAILS, taken)).isEqualTo(TAKEN);
        assertThat(tables.reason(DETAILS, taken)).isEqualTo("已由后续行更正");
        assertThat(tables.state(DETAILS, instead)).isEqualTo(TAKEN);
        assertThat(lead(code).path("milestones").findValuesAsText("status")).containsExactlyInAnyOrder("1", "8", "13");
    }

    @ParameterizedTest
    @EnumSource
    void arePutRightByAVoidDocumentAndTheOneThatFollowsIt(Engine engine) {
        connect(engine);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(DOCUMENTS, with(document(code, "A1"), "dfsjzj", "W-1"));
        read();
        long taken = tables.insert(DOCUMENTS, with(with(document(code, "A1"), "dfsjzj", "W-1"), "sjyxbs", 0));
        long instead =
                tables.insert(DOCUMENTS, with(with(document(code, "A1"), "dfsjzj", "W-1"), "pfwh", "郑规建（2026）089号"));
        read();
        assertThat(tables.state(DOCUMENTS, taken)).isEqualTo(TAKEN);
        assertThat(tables.reason(DOCUMENTS, taken)).isEqualTo("已由后续行更正");
        assertThat(tables.state(DOCUMENTS, instead)).isEqualTo(TAKEN);
        assertThat(lead(code).path("milestones").findValuesAsText("documentNo"))
                .containsExactlyInAnyOrder("郑规建（2026）088号", "郑规建（2026）089号");
    }

    /** A document is no decision: it says how far the item is by the latest word about it. */
    @ParameterizedTest
    @EnumSource
    void tellOfADocumentAsFarAsTheItemIs(Engine engine) {
        connect(engine);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(ITEMS, item(code, "A2"));
        tables.insert(DETAILS, detail(code, "A1", "11"));
        tables.insert(DETAILS, with(detail(code, "A1", "11"), "sjyxbs", 0));
        tables.insert(DETAILS, detail(code, "A1", "13"));
        tables.insert(DOCUMENTS, with(document(code, "A1"), "pfwh", "不予许可决定书〔2026〕7号"));
        tables.insert(DOCUMENTS, document(code, "A2"));
        read();
        assertThat(statusOf("不予许可决定书〔2026〕7号")).isEqualTo("13");
        assertThat(statusOf("郑规建（2026）088号")).as("nothing was said yet").isEqualTo("1");
    }

    private String statusOf(String document) {
        for (JsonNode milestone : lead(code).path("milestones")) {
            if (milestone.path("documentNo").asText().equals(document)) {
                return milestone.path("status").asText();
            }
        }
        throw new AssertionError("no milestone with " + document);
    }

    /** They were told, and nothing of the exchange takes a word back. */
    @Test
    void stayToldWhereAVoidDetailOrDocumentStaysAlone() {
        connect(Engine.POSTGRESQL);
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(DETAILS, detail(code, "A1", "11"));
        tables.insert(DOCUMENTS, document(code, "A1"));
        read();
        JsonNode milestones = lead(code).path("milestones");
        long detail = tables.insert(DETAILS, with(detail(code, "A1", "11"), "sjyxbs", 0));
        long document = tables.insert(DOCUMENTS, with(document(code, "A1"), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(tables.state(DETAILS, detail)).isEqualTo(TAKEN);
        assertThat(tables.reason(DETAILS, detail)).isEqualTo("已作废；此前如已转告，不能收回");
        assertThat(tables.state(DOCUMENTS, document)).isEqualTo(TAKEN);
        assertThat(tables.reason(DOCUMENTS, document)).isEqualTo("已作废；此前如已转告，不能收回");
        assertThat(lead(code).path("milestones")).isEqualTo(milestones);
    }

    /** A stage of the flow by their numbers, and which of the standard's it is. */
    private void flow(int stage, int ofTheStandard) {
        Map<String, Object> item =
                Map.of("splcbm", "ZZ-3", "splcbbh", "1", "spjdxh", stage, "spsxbm", "GHXK02", "spsxbbh", "1");
        tables.insert("SPGL_DFXMSPLCJDSXXXB", item);
        tables.insert(
                "SPGL_DFXMSPLCJDXXB",
                Map.of("splcbm", "ZZ-3", "splcbbh", "1", "spjdxh", stage, "dybzspjdxh", ofTheStandard));
    }
}
