package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a decision says: to people in sentences, in messages as members. */
class DecisionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SMALL = "voltageKv: 0.4, capacityKw: 160, customerClass: small-micro";

    @Test
    void sayWhyARuleAppliesAndWhyTheStrongerOnesDoNot() {
        assertThat(Given.decided(Given.ZHENGZHOU, Given.TODAY, Given.works("")).reasons())
                .containsExactly(
                        new Wording(
                                "适用 HEN19-P3：电压高于 1 千伏且不超过 10 千伏；影响道路交通安全：否。",
                                "HEN19-P3 applies: voltage over 1 kV and at most 10 kV; road traffic is affected: no."),
                        new Wording(
                                "HEN19-P4 不适用：穿跨和占用为无，规则要求含公路及公路用地、使公路改线、铁路（含高铁）、南水北调输水干管、国防光缆。",
                                "HEN19-P4 does not apply: crossings: none; the rule asks for: any of highway, a"
                                        + " highway is moved, railway, South–North Water trunk, defence cable."),
                        new Wording(
                                "DQ-X1 不适用：穿跨和占用为无，规则要求含公路及公路用地、使公路改线、铁路（含高铁）、南水北调输水干管、国防光缆、古树名木。",
                                "DQ-X1 does not apply: crossings: none; the rule asks for: any of highway, a highway"
                                        + " is moved, railway, South–North Water trunk, defence cable, ancient or famous"
                                        + " tree."),
                        new Wording(
                                "HEN19-P2 不适用：电压为 10 千伏，规则要求不超过 1 千伏。",
                                "HEN19-P2 does not apply: voltage: 10 kV; the rule asks for: at most 1 kV."));
    }

    @Test
    void nameWordsAndNumbersAsPeopleDo() {
        String works = SMALL + ", capacityKw: 160.01, crossings: [river, urban-road]";
        assertThat(english(Given.decided(Given.ZHENGZHOU, Given.TODAY, Given.works(works))))
                .contains(
                        "HEN19-P2 does not apply: capacity: 160.01 kW; the rule asks for: at most 160 kW.",
                        "NAT-P1 applies: voltage at most 1 kV.");
        assertThat(english(Given.decided(Given.HUANGSHAN, Given.TODAY, Given.works("voltageKv: 0.4"))))
                .contains("HSH-P1 does not apply: customer class: high voltage; the rule asks for: any of small or "
                        + "micro enterprise.");
    }

    @Test
    void nameAYesOrNoAsItWasStated() {
        Decision decision = Given.decided(Given.ZHENGZHOU, Given.TODAY, Given.works(SMALL + ", affectsTraffic: true"));

        assertThat(decision.reasons())
                .contains(new Wording(
                        "HEN19-P2 不适用：影响道路交通安全为是，规则要求否。",
                        "HEN19-P2 does not apply: road traffic is affected: yes; the rule asks for: no."));
    }

    @Test
    void sayWhatIsMissingForADecision() {
        Decision decision = Given.decided(Given.ZHENGZHOU, Given.TODAY, Given.works(SMALL + ", capacityKw: null"));

        assertThat(decision.reasons())
                .contains(
                        new Wording("不能判定：缺少容量（capacityKw）。", "Cannot decide: capacity (capacityKw) missing."),
                        new Wording("HEN19-P2 能否适用不明：缺少容量。", "Whether HEN19-P2 applies is unknown: capacity missing."));
    }

    @Test
    void beginWithTheSentenceThatDecides() {
        assertThat(english(Given.decided(Given.ZHENGZHOU, Given.TODAY, Given.works("crossings: null"))))
                .first()
                .isEqualTo("Cannot decide: crossings (crossings) missing.");
        assertThat(english(Given.decided(Given.BEIJING, "2019-01-01", Given.works(""))))
                .first()
                .isEqualTo("DQ-X2 applies.");
    }

    @Test
    void sayThatNoRuleAppliesOnADayBeforeAllTexts() {
        Decision decision = Decisions.decide(
                Given.book(Given.BEIJING, Given.TODAY),
                Given.works(""),
                LocalDate.parse("1999-12-31"),
                Given.CALENDARS.of(Given.BEIJING));

        assertThat(decision.written()).isEqualTo("undecided");
        assertThat(decision.reasons()).containsExactly(new Wording("当日没有适用的规则，不能判定。", "No rule applies on that day."));
    }

    @Test
    void areMembersOfAMessage() throws IOException {
        assertThat(json(Given.decided(Given.HUANGSHAN, "2026-09-30", Given.works("lineLengthM: 300"))))
                .isEqualTo(JSON.readTree("""
                    {
                      "path": "filing",
                      "rule": "HSH-P2",
                      "citation": {"document": "黄发改环资〔2023〕21号", "clause": "二（二）5、任务11"},
                      "limit": {"value": 2, "unit": "WD", "due": "2026-10-09"},
                      "departments": [
                        {"code": "housing", "name": "住房和城乡建设部门", "item": "电力接入工程备案（牵头）"},
                        {"code": "traffic-police", "name": "公安交通管理部门", "item": "电力接入工程备案（配合）"},
                        {"code": "planning", "name": "自然资源和规划部门", "item": "电力接入工程备案（配合）"},
                        {"code": "transport", "name": "交通运输部门", "item": "电力接入工程备案（配合）"},
                        {"code": "forestry", "name": "林业部门", "item": "电力接入工程备案（配合）"},
                        {"code": "development", "name": "发展改革部门", "item": "电力接入工程备案（配合）"}
                      ],
                      "documents": [],
                      "duties": ["supervised-afterwards", "e-licence"],
                      "reasons": [
                        "适用 HSH-P2：电压不超过 20 千伏；线路长度不超过 300 米。",
                        "DQ-X1 不适用：穿跨和占用为无，规则要求含公路及公路用地、使公路改线、铁路（含高铁）、南水北调输水干管、国防光缆、古树名木。",
                        "HSH-P1 不适用：电压为 10 千伏，规则要求不超过 1 千伏。"
                      ],
                      "missing": [],
                      "pack": "huangshan",
                      "packVersion": "2026.1",
                      "packs": [
                        {"pack": "huangshan", "version": "2026.1"},
                        {"pack": "national", "version": "2026.1"}
                      ]
                    }
                    """));
    }

    @Test
    void carryEachDepartmentsLimitAndDayAndOfTheWholeThoseOfTheSlowest() {
        JsonNode json = json(Given.decided(Given.ZHENGZHOU, "2026-09-30", Given.works("")));

        assertThat(json.path("limit").toString()).isEqualTo("{\"value\":5,\"unit\":\"WD\",\"due\":\"2026-10-13\"}");
        assertThat(json.at("/departments/0/limit").toString()).isEqualTo("{\"value\":4,\"unit\":\"WD\"}");
        assertThat(json.at("/departments/0/due").asText()).isEqualTo("2026-10-12");
        assertThat(json.at("/departments/3/due").asText()).isEqualTo("2026-10-13");
    }

    @Test
    void carryNoLimitOfTheWholeWhereADepartmentHasNone() {
        assertThat(json(Given.decided(Given.ZHENGZHOU, Given.TODAY, Given.works("affectsTraffic: true")))
                        .has("limit"))
                .isFalse();
    }

    @Test
    void carryWhatElseIsOpenAndALapsedBasisOnlyWhereThereIsOne() {
        JsonNode bakery = json(Given.decided(
                Given.JINAN,
                Given.TODAY,
                Given.works(SMALL + ", lineLengthM: 150, threeZero: true, crossings: [trees],"
                        + " meetsLocalCommitmentConditions: true")));
        JsonNode nation = json(Given.decided(Given.BEIJING, Given.TODAY, Given.works("")));

        assertThat(bakery.path("instead").toString())
                .isEqualTo("{\"path\":\"filing\",\"lead\":{\"value\":3,\"unit\":\"WD\"}}");
        assertThat(bakery.has("lapsed")).isFalse();
        assertThat(nation.path("lapsed").booleanValue()).isTrue();
        assertThat(nation.has("instead")).isFalse();
    }

    @Test
    void haveNeitherRuleNorCitationWhenUndecided() {
        JsonNode json = json(Given.decided(Given.ZHENGZHOU, Given.TODAY, Given.works("voltageKv: null")));

        assertThat(json.path("path").asText()).isEqualTo("undecided");
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "path",
                        "departments",
                        "documents",
                        "duties",
                        "reasons",
                        "missing",
                        "pack",
                        "packVersion",
                        "packs");
        assertThat(json.path("missing").toString()).isEqualTo("[\"voltageKv\"]");
        assertThat(json.path("departments")).isEmpty();
    }

    @Test
    void carryNoDayPastTheLastCalendar() {
        JsonNode json = json(Given.decided(Given.BEIJING, "2026-12-30", Given.works("")));

        assertThat(json.path("limit").toString()).isEqualTo("{\"value\":10,\"unit\":\"WD\"}");
        assertThat(json.path("reasons").toString()).contains("工作日历未载入期限所在年份，到期日未知。");
    }

    private static List<String> english(Decision decision) {
        return decision.reasons().stream().map(Wording::en).toList();
    }

    private static JsonNode json(Decision decision) {
        return DecisionJson.of(decision);
    }
}
