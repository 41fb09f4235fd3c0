package org.dianqiao.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDecidesTest extends AtTheGuide {

    private static final String PLOT =
            "?region=410105&customerClass=lv-nonresident&voltageKv=0.38&crossings=urban-road";
    private static final String BAKERY = "?region=370100&customerClass=small-micro&voltageKv=0.38&capacityKw=100"
            + "&crossings=none&threeZero=yes&interestedParties=no&meetsLocalCommitmentConditions=yes";
    private static final String FACTORY = "?region=341000&customerClass=hv&voltageKv=10&crossings=none";

    private String ask(String question) {
        return reader.open("/guide/what-applies" + question + "&on=2026-09-30").answer();
    }

    @ParameterizedTest
    @CsvSource({"160, 免审批, HEN19-P2", "160.01, 并联审批, NAT-P1"})
    void decidesInZhengzhouByTheCapacity(String capacity, String path, String rule) {
        assertThat(ask(PLOT + "&affectsTraffic=no&capacityKw=" + capacity)).contains(path, "适用 " + rule + "：");
    }

    @ParameterizedTest
    @CsvSource({"150, 免审批, SDG-P1", "150.1, 并联审批, NAT-P1"})
    void decidesInJinanByTheLengthOfTheLine(String length, String path, String rule) {
        assertThat(ask(BAKERY + "&lineLengthM=" + length)).contains(path, "适用 " + rule + "：");
    }

    @ParameterizedTest
    @CsvSource({"300, 备案 2 个工作日, HSH-P2, 2026-10-09", "300.1, 并联审批 5 个工作日, HSH-P3, 2026-10-13"})
    void decidesInHuangshanByTheLengthOfTheLineAndSaysUntilWhen(String length, String path, String rule, String due) {
        assertThat(ask(FACTORY + "&lineLengthM=" + length)).contains(path, "适用 " + rule + "：", due);
    }

    @Test
    void saysWhyTheStrongerRulesDoNotApplyAndWhatHasLapsed() {
        assertThat(ask(PLOT + "&affectsTraffic=no&capacityKw=160.01"))
                .containsPattern("HEN19-P2 不适用：容量为 ?160.01 千瓦，规则要求不超过 160 千瓦。")
                .contains("已于 2025-09-24 期满")
                .contains("河南省，版本");
    }

    @Test
    void namesTheDepartmentsOfWhatIsCrossed() {
        assertThat(ask(PLOT + "&affectsTraffic=no&capacityKw=200")).contains("能源（电力）主管部门", "市政（城市道路）管理部门", "公安交通管理部门");
    }

    @Test
    void whatIsLeftOpenIsNeverTakenForANo() {
        String answer = ask(PLOT + "&affectsTraffic=&capacityKw=100");

        assertThat(answer).contains("不能判定 还需要知道： 影响道路交通安全").doesNotContain("到期日");
        assertThat(ask("?region=410105&voltageKv=0.38&capacityKw=100&affectsTraffic=no"))
                .contains("不能判定", "穿跨和占用");
    }

    @Test
    void showsAllFaultsOfImpossibleWorksAtOnceBesideTheirFields() {
        String html = reader.open("/guide/what-applies?region=41010x&on=2026-13-01&customerClass=small-micro"
                        + "&voltageKv=35&capacityKw=much&lineLengthM=-1&crossings=none&crossings=river"
                        + "&threeZero=perhaps&affectsTraffic=no")
                .html();

        assertThat(html).contains("填写的内容有误");
        assertThat(Pattern.compile("aria-invalid=\"true\"[^>]*aria-describedby=\"f-(\\w+)\"")
                        .matcher(html)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrder("region", "on", "voltageKv", "capacityKw", "lineLengthM", "threeZero");
        assertThat(html).contains("应为日期", "小微企业的供电电压不超过 20 千伏", "应为数字", "不得小于 0", "“以下都没有”不能与其他项同时选择");
        assertThat(html).contains("value=\"much\"").doesNotContain("判定理由");
    }

    @Test
    void keepsWhatWasEnteredOutOfTheMarkup() {
        assertThat(reader.open("/guide/what-applies?region=410105&capacityKw=%22%3E%3Cscript%3E&on=%3Cb%3E")
                        .html())
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void asksNothingBeforeAnythingIsEntered() {
        assertThat(reader.open("/guide/what-applies").answer()).isEmpty();
        assertThat(reader.open("/guide/what-applies?region=410105").answer()).isEmpty();
        assertThat(reader.open("/guide/what-applies?region=410105").html()).contains("河南省郑州市金水区");
    }

    @Test
    void tellsTheStagesOfTwoSuppliesInShandongWithTheirClause() {
        String answer = reader.open("/guide/what-applies?ask=owed&region=370000&customerClass=hv&voltageKv=10"
                        + "&supplies=2&on=2022-03-01")
                .answer();

        assertThat(answer)
                .contains("业务受理 1 个工作日 供电方案答复 7 个工作日 设计审查 3 个工作日 中间检查 2 个工作日 竣工检验 3 个工作日 装表接电 2 个工作日")
                .contains("合计 18 个工作日", "SDG-T5 依据 山东省全面提升", "附件1")
                .doesNotContain("SDG-T4", "NAT-T3");
        assertThat(answer).containsSubsequence("NAT-M2", "NAT-M3", "NAT-M4", "NAT-M5", "以上之外的材料一律不得要求。");
    }

    @Test
    void saysWhatItMustKnowBeforeItCanTellTheStages() {
        assertThat(reader.open("/guide/what-applies?ask=owed&region=370000&customerClass=hv&on=2022-03-01")
                        .answer())
                .contains("还需要知道： 电压", "电源数")
                .doesNotContain("SDG-T5");
        assertThat(reader.open("/guide/what-applies?ask=owed&region=370000&customerClass=hv&supplies=-2&on=2022-03-01")
                        .html())
                .contains("无法识别，请重新填写");
    }

    @Test
    void answersInEnglishWhenAskedTo() {
        reader.open("/language?to=en");

        assertThat(ask(FACTORY + "&lineLengthM=300"))
                .contains("filing 2 working days", "HSH-P2 applies: voltage at most 20 kV", "2026-10-09");
    }
}
