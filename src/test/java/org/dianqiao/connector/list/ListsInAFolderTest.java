package org.dianqiao.connector.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dianqiao.Draft;
import org.dianqiao.Plots;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a commission leaves in its folder becomes leads, and it is told beside the list what became of each row. */
@ExtendWith(OutputCaptureExtension.class)
class ListsInAFolderTest extends WithLists {

    private final String code = Plots.freshCode();

    @BeforeAll
    static void comes() {
        register("410100");
    }

    private JsonNode lead() {
        return accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code)))).json();
    }

    @Test
    void becomeLeadsWhoseOriginIsAList() throws Exception {
        List<List<String>> result = answered("2026年9月.csv", utf8(list(row(code))));
        JsonNode lead = lead();
        assertThat(lead.path("origin").asText()).isEqualTo("list");
        assertThat(lead.path("projectName").asText()).isEqualTo("中原·金水科创园一期");
        assertThat(result.get(0)).containsExactly("行号", "项目代码", "结果", "线索编号", "说明");
        assertThat(result)
                .contains(List.of("2", code, "已接收", lead.path("leadNo").asText(), "已登记为线索。"));
        byte[] manifest = database()
                .sql("SELECT manifest FROM ledger_entry WHERE direction = 'in' AND partner = ? AND case_id = ?")
                .params(COMMISSION, code)
                .query(byte[].class)
                .single();
        JsonNode said = new ObjectMapper().readTree(manifest);
        assertThat(said.at("/attested/of").asText()).isEqualTo(COMMISSION);
        assertThat(said.at("/attested/means").asText()).isEqualTo("folder");
        assertThat(said.path("parts").findValuesAsText("name")).containsExactly("payload", "original");
    }

    @Test
    void areAnsweredInTheirOwnForm() {
        assertThat(outcomes(answered("2026年10月.xlsx", workbook(list(row(code))))))
                .containsExactly("2 已接收");
    }

    @Test
    void changeNothingWhenTheyAreLeftAgain() {
        byte[] list = utf8(list(row(code)));
        answered("again.csv", list);
        assertThat(outcomes(answered("again.csv", list))).containsExactly("2 未变化");
        assertThat(outcomes(answered("next-month.csv", utf8(list(row(Plots.freshCode()), row(code))))))
                .containsExactly("2 已接收", "3 未变化");
        assertThat(messages(code)).isOne();
    }

    @Test
    void changeALeadWhoseRowIsAnother() {
        byte[] first = utf8(list(row(code)));
        answered("first.csv", first);
        assertThat(outcomes(answered("second.csv", utf8(list(row(code, "中原·金水科创园二期"))))))
                .containsExactly("2 已更新");
        assertThat(lead().path("projectName").asText()).isEqualTo("中原·金水科创园二期");
        assertThat(outcomes(answered("first.csv", first))).containsExactly("2 未变化");
        assertThat(lead().path("projectName").asText()).isEqualTo("中原·金水科创园二期");
    }

    @Test
    void mayComeBackToWhatARowOnceSaid() {
        answered("one.csv", utf8(list(row(code))));
        answered("two.csv", utf8(list(row(code, "中原·金水科创园二期"))));
        assertThat(outcomes(answered("three.csv", utf8(list(row(code), row(Plots.freshCode()))))))
                .containsExactly("2 已更新", "3 已接收");
        assertThat(lead().path("projectName").asText()).isEqualTo("中原·金水科创园一期");
    }

    @Test
    void areReadInGb18030WhichIsSaid() {
        List<List<String>> result = answered("gbk.csv", list(row(code)).getBytes(Charset.forName("GBK")));
        assertThat(outcomes(result)).containsExactly("2 已接收");
        assertThat(notes(result)).anyMatch(note -> note.contains("GB18030"));
        assertThat(lead().path("owner").path("name").asText()).isEqualTo("河南中原置业有限公司");
    }

    @Test
    void keepTheGoodRowsBesideTheBad() {
        long violated = recorded("contract-violated");
        long notPermitted = recorded("not-permitted");
        String good = row(code);
        List<List<String>> result = answered(
                "faults.csv",
                utf8(list(
                        good,
                        row("2609-410105-04-01-123450"),
                        row(Plots.freshCode()).replace("2026-09-15", "20260230"),
                        row(Plots.freshCode("370102")),
                        good,
                        row(Plots.freshCode()).replace("91410100MA7K3D2F5N", "9.14101E+17"),
                        row(Plots.freshCode()).replace("河南中原置业有限公司", ""))));
        assertThat(outcomes(result)).containsExactly("2 已接收", "3 未接收", "4 未接收", "5 未接收", "6 未接收", "7 未接收", "8 未接收");
        assertThat(result.stream().filter(line -> line.get(2).equals("未接收")).map(line -> line.get(4)))
                .satisfiesExactly(
                        check -> assertThat(check).startsWith("项目代码：").contains("校验位"),
                        day -> assertThat(day).startsWith("赋码日期：应为日期"),
                        region -> assertThat(region).contains("不负责行政区划 370102"),
                        twice -> assertThat(twice).contains("与第 2 行重复"),
                        spoiled -> assertThat(spoiled).startsWith("统一社会信用代码：长号码已被表格软件改写"),
                        missing -> assertThat(missing).startsWith("建设单位：必填项未填"));
        assertThat(messages(code)).isOne();
        assertThat(recorded("contract-violated")).isEqualTo(violated + 5);
        assertThat(recorded("not-permitted")).isEqualTo(notPermitted + 1);
    }

    @Test
    void areAnsweredThoughTheirLastRowIsASum() {
        String sum = "合计" + row(code).replaceAll("[^,]", "");
        assertThat(outcomes(answered("sum.csv", utf8(list(row(code), sum))))).containsExactly("2 已接收", "3 未接收");
    }

    @Test
    void recordOnceThatARowStandsThereTwice() {
        long before = recorded("contract-violated");
        byte[] list = utf8(list(row(code), row(code)));
        assertThat(outcomes(answered("twice.csv", list))).containsExactly("2 已接收", "3 未接收");
        assertThat(outcomes(answered("twice.csv", list))).containsExactly("2 未变化", "3 未接收");
        assertThat(recorded("contract-violated")).isEqualTo(before + 1);
    }

    @Test
    void cannotHaveAFailedFormulaForAValue() {
        byte[] list = workbook(list(row(code, "#DIV/0!"), row(Plots.freshCode(), "#1 变电站")));
        List<List<String>> result = answered("formulas.xlsx", list);
        assertThat(outcomes(result)).containsExactly("2 未接收", "3 已接收");
        assertThat(result).anyMatch(line -> line.get(4).startsWith("项目名称：单元格是公式的错误值"));
        assertThat(messages(code)).isZero();
    }

    @Test
    void bringInLaterWhatCouldNotBeTakenAtFirst() {
        byte[] list = utf8(list(row(code)));
        register("410500");
        List<List<String>> first = answered("region.csv", list);
        register("410100");
        assertThat(outcomes(first)).containsExactly("2 未接收");
        assertThat(outcomes(answered("region.csv", list))).containsExactly("2 已接收");
    }

    @Test
    void areToldWhichOfTheirColumnsNobodyKnows() {
        List<List<String>> result =
                answered("columns.csv", utf8("备注,=cmd()," + HEADINGS + "\n好,坏," + row(code) + "\n"));
        assertThat(outcomes(result)).containsExactly("2 已接收");
        assertThat(notes(result)).contains("未识别、因此没有读取的列：备注、=cmd()。");
    }

    @Test
    void areRefusedWholeWithAReason() {
        assertThat(notes(answered("missing.csv", utf8("项目代码,项目名称\n1,2\n"))))
                .containsExactly("缺少必需的列：建设单位、统一社会信用代码、建设地点、赋码日期。");
        assertThat(notes(answered("nothing.csv", utf8("甲,乙\n1,2\n"))).get(0)).contains("没有找到列名");
        assertThat(notes(answered("broken.xlsx", new byte[] {'P', 'K', 3, 4, 0, 1}))
                        .get(0))
                .contains("不完整或已损坏");
        assertThat(notes(answered("large.csv", new byte[(10 << 20) + 1])).get(0))
                .contains("10 MiB");
    }

    static Stream<Arguments> areRecordedOnceAndNamedWhereTheyAreRefusedWhole() {
        String unique = UUID.randomUUID().toString();
        byte[] doctype =
                packed("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e \"" + unique + "\">]><workbook>&e;</workbook>");
        return Stream.of(
                Arguments.of("torn.xlsx", utf8("PK\u0003\u0004" + unique), "文件不完整或已损坏"),
                Arguments.of("doctype.xlsx", doctype, "工作簿的 XML 中有 DOCTYPE 或实体"),
                Arguments.of("bomb.xlsx", packed(unique, " ".repeat(129 << 20)), "工作簿解压后超过 128 MiB"),
                Arguments.of("lacking.csv", utf8("项目代码,项目名称\n1," + unique + "\n"), "缺少必需的列：建设单位、"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void areRecordedOnceAndNamedWhereTheyAreRefusedWhole(String name, byte[] list, String why, CapturedOutput log)
            throws IOException {
        answered(name, list);
        answered(name, list);
        await().until(() -> log.getOut().contains(COMMISSION + ": a list could not be read: " + why));
        JsonNode refused = refused(list);
        assertThat(refused.at("/attested/of").asText()).isEqualTo(COMMISSION);
        assertThat(refused.at("/attested/means").asText()).isEqualTo("folder");
        assertThat(refused.path("parts").findValuesAsText("name")).containsExactly("original");
    }

    @Test
    void areRecordedWithoutWhatNobodyReadToItsEnd() throws IOException {
        String name = UUID.randomUUID() + ".csv";
        answered(name, Arrays.copyOf(utf8(name), (10 << 20) + 1));
        JsonNode refused = refused(utf8("{\"file\":\"" + name + "\",\"largerThan\":10485760}"));
        assertThat(refused.at("/attested/of").asText()).isEqualTo(COMMISSION);
    }

    /** The one entry whose message says that this was left. */
    private static JsonNode refused(byte[] original) throws IOException {
        byte[] manifest = database()
                .sql("""
                SELECT manifest FROM ledger_entry
                WHERE direction = 'in' AND partner = ? AND outcome = 'contract-violated'
                  AND position(convert_to(?, 'UTF8') IN manifest) > 0
                """)
                .params(COMMISSION, Draft.sm3(original))
                .query(byte[].class)
                .single();
        return new ObjectMapper().readTree(manifest);
    }

    private static long recorded(String outcome) {
        return database()
                .sql("SELECT count(*) FROM ledger_entry WHERE direction = 'in' AND partner = ? AND outcome = ?")
                .params(COMMISSION, outcome)
                .query(Long.class)
                .single();
    }

    @Test
    void haveAnAnswerEachHoweverAlikeTheirNamesAre() {
        leave("alike.csv", utf8(list(row(code))));
        leave("alike.CSV", utf8(list(row("2609-410105-04-01-123450"))));
        leave("alike.xls", utf8("甲,乙\n1,2\n"));
        assertThat(outcomes(result("alike.result.csv"))).containsExactly("2 已接收");
        assertThat(outcomes(result("alike.CSV.result.csv"))).containsExactly("2 未接收");
        assertThat(notes(result("alike.xls.result.csv"))).hasSize(1);
    }

    @Test
    void areToldOfWhereTheirNameCannotBeUsed() throws IOException {
        List<String> names = List.of("9月\n补.csv", "补".repeat(70) + ".csv", "\uFFFD.csv");
        names.forEach(name -> leave(name, utf8(list(row(Plots.freshCode())))));
        assertThat(outcomes(answered("beside.csv", utf8(list(row(code)))))).containsExactly("2 已接收");
        await().untilAsserted(() -> assertThat(troubles())
                .containsExactly(
                        "development.zhengzhou: a list has a name longer than 200 bytes, it is left where it is",
                        "development.zhengzhou: a list has a name not written in UTF-8, it is left where it is",
                        "development.zhengzhou: a list has a name with a line break or one of / \\ * ? [ ], it is left where"
                                + " it is"));
        for (String name : names) {
            Files.delete(folder().resolve(name));
        }
        await().until(() -> troubles().isEmpty());
    }

    @Test
    void areToldOfOnceWhereAFolderStandsInTheWayOfTheirAnswer(CapturedOutput log) throws IOException {
        Path inTheWay = Files.createDirectories(folder().resolve("way.result.csv"));
        leave("way.csv", utf8(list(row(code))));
        await().until(() -> troubles().size() == 1);
        Files.delete(inTheWay);
        await().until(() -> troubles().isEmpty());
        assertThat(outcomes(result("way.result.csv"))).hasSize(1);
        assertThat(log.getOut().split("a folder stands where a file is to be written", -1))
                .hasSize(2);
    }

    private static List<String> troubles() {
        return bean(ListWatch.class).troubles().stream()
                .filter(trouble -> trouble.startsWith(COMMISSION))
                .toList();
    }

    @Test
    void returnNothingThatASpreadsheetWouldCalculate() {
        List<List<String>> result = answered("formula.csv", utf8(list(row("=HYPERLINK(\"\")"), row("@SUM(1)"))));
        assertThat(result).extracting(line -> line.get(1)).contains("'=HYPERLINK(\"\")", "'@SUM(1)");
    }
}
