package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.dianqiao.Office.Visit;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.casework.Casefile;
import org.dianqiao.certificate.Kind;
import org.dianqiao.certificate.PrintedText;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.DecisionJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the certificate says that comes with a result: its PDF, read as it was brought. */
class CertificatesOfFilingsTest extends WithCounties {

    private static final String COMMITMENT = "电力接入工程告知承诺办结记录";
    private static final String FILING = "电力接入工程备案证明";
    private static final String SUMMARY = "电力接入工程审批结果汇总单";

    @BeforeAll
    static void open() {
        jinshui();
        departments(LIXIA, "municipal", "greening", "energy");
    }

    @Test
    void namesWhatTheApplicantHasPromised() {
        ObjectNode filing = filing(LIXIA, Works.toTheBakery());
        filing.putArray("commitments").add("restore-road").add("restore-greenery");

        accepted(file(filing));

        assertThat(kind(filing)).isEqualTo(Kind.COMMITMENT.written());
        assertThat(text(filing))
                .contains(COMMITMENT, "告知承诺（规则SDG-P3）", "自出具之日起可以开工。")
                .contains("承诺事项", "1.竣工后按原设计标准恢复道路", "2.竣工后按标准恢复绿化")
                .doesNotContain("应尽义务", "推送审批部门", FILING, SUMMARY)
                .satisfies(text -> assertSaysWhoAndWhat(text, filing));
    }

    @Test
    void namesWhatIsToBeDoneAfterAFiling() {
        ObjectNode works = Works.toThePlot().put("meetsLocalCommitmentConditions", true);
        ObjectNode filing = withPapers(filing(LIXIA, works), "construction-plan", "traffic-plan");

        accepted(file(filing));

        assertThat(kind(filing)).isEqualTo(Kind.FILING.written());
        assertThat(text(filing))
                .contains(FILING, "备案（规则SDG-P5）", "自出具之日起可以开工。", "应尽义务")
                .contains("1.备案证明张贴在施工地点后即可开工", "2.竣工后按原设计标准恢复道路", "3.竣工后按标准恢复绿化")
                .contains("4.竣工后将施工信息和竣工测量结果推送审批部门")
                .doesNotContain("承诺事项", COMMITMENT, SUMMARY)
                .satisfies(text -> assertSaysWhoAndWhat(text, filing));
    }

    @Test
    void namesWhatEachDepartmentHasAnswered() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        goes("municipal", filing, "3", "8", "11");
        goes("greening", filing, "3", "8", "11");
        goes("traffic-police", filing, "3", "8", "12");
        goes("planning", filing, "3", "8");
        ObjectNode last = said(task("planning", filing), "11").put("documentNo", "建字第4101052026GG0117号");
        last.putObject("licence").put("identifier", LICENCE).put("number", "GG0117");
        accepted(decide("planning", JINSHUI, last));

        assertThat(kind(filing)).isEqualTo(Kind.SUMMARY.written());
        assertThat(text(filing))
                .contains(SUMMARY, "并联审批（规则HEN19-P3）")
                .contains("自然资源和规划部门", "建设工程规划许可", "建字第4101052026GG0117号", LICENCE)
                .contains("园林绿化部门", "园林绿化许可", "道路掘路许可")
                .contains("公安交通管理部门", "道路占路许可", "办结（容缺通过）")
                .contains("应尽义务", "竣工后按原设计标准恢复道路", "承担苗木赔偿", "审批结果自动反馈供电企业")
                .doesNotContain("承诺事项", "起可以开工", COMMITMENT, FILING)
                .satisfies(text -> assertThat(text.split("办结（通过）", -1)).hasSize(4))
                .satisfies(text -> assertSaysWhoAndWhat(text, filing));
    }

    /** Three working days, the first of them the one after the filing. */
    @Test
    void saysAsTheResultDoesFromWhichDayWorkMayStart() {
        ObjectNode filing = filing(LIXIA, Works.toTheBakery()).put("instead", "filing");

        accepted(file(filing));

        String third = workingDay(filing, 3);
        assertThat(results(filing, 1).get(0).path("startFrom").asText()).isEqualTo(third);
        assertThat(kind(filing)).isEqualTo(Kind.FILING.written());
        assertThat(text(filing))
                .contains(FILING, "不作承诺的，开工前向道路、绿化等管理部门备案")
                .contains(third.isEmpty() ? "第3个工作日起可以开工。" : "自" + third + "起可以开工。")
                .doesNotContain("自出具之日起");
    }

    @Test
    void doesNotLetWorkStartAtOnceWhereTheCalendarEndsBeforeThatDay() {
        LocalDate lastDay = Calendars.read(home().resolve("mappings/calendars")).lastLoaded();
        Filing filing = new Filing(filing(LIXIA, Works.toTheBakery()).put("instead", "filing"));
        Decision decision =
                bean(Previews.class).of(LIXIA, filing.works(), lastDay).orElseThrow();
        Course course =
                Course.of(decision, filing, bean(Previews.class).days(LIXIA)).orElseThrow();
        Casefile file = new Casefile(
                "P1",
                Casefile.Kind.PERMIT,
                "grid." + LIXIA,
                filing.number(),
                LIXIA,
                null,
                "P1",
                null,
                PermitCase.DECIDING,
                true,
                CLOCK.instant(),
                PermitCase.opened(filing, DecisionJson.of(decision), course),
                null);

        assertThat(course.startFrom()).isNull();
        assertThat(bean(Drafts.class)
                        .of(new PermitCase(file), Kind.FILING, CLOCK.instant())
                        .start())
                .isEqualTo("自申报之日后第 3 个工作日起可以开工。");
    }

    private static void assertSaysWhoAndWhat(String text, ObjectNode filing) {
        JsonNode result = results(filing, 1).get(0);
        assertThat(text)
                .contains("河南中原置业有限公司", "杨金路与鸿宝路交叉口东北角")
                .contains("线路长度：" + filing.at("/works/lineLengthM").asText() + "米")
                .contains(
                        filing.path("filingNo").asText(),
                        result.path("caseNo").asText(),
                        result.at("/certificate/number").asText(),
                        result.at("/decision/citation/document").asText());
    }

    private static String kind(ObjectNode filing) {
        return database()
                .sql("SELECT kind FROM certificate WHERE identifier = ?")
                .param(results(filing, 1).get(0).at("/certificate/number").asText())
                .query(String.class)
                .single();
    }

    private static String text(ObjectNode filing) {
        Visit brought = resultBrought(grid(filing.path("regionCode").asText()), filing);
        return PrintedText.of(brought.part("certificate.pdf"));
    }
}
