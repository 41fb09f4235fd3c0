package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody who is granted it is told of the path that some works would take. */
class PreviewsTest extends AtTheDoor {

    private static final String BEFORE_NATIONAL_DAY = "2026-09-29";

    @Test
    void nameRuleClauseAndEachDepartmentWithItsDay() {
        JsonNode decision = decision(Works.asked(Works.ZHENGZHOU, BEFORE_NATIONAL_DAY, Works.toThePlot()));
        assertThat(decision.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "path",
                        "rule",
                        "citation",
                        "limit",
                        "departments",
                        "documents",
                        "duties",
                        "reasons",
                        "missing",
                        "pack",
                        "packVersion",
                        "packs");
        assertThat(decision.path("path").asText()).isEqualTo("parallel");
        assertThat(decision.path("rule").asText()).isEqualTo("HEN19-P3");
        assertThat(decision.path("citation")).isEqualTo(Works.of("""
            {"document": "豫发改运行〔2019〕345号", "clause": "三（二）"}
            """));
        assertThat(decision.path("limit")).isEqualTo(Works.of("""
            {"value": 5, "unit": "WD", "due": "2026-10-12"}
            """));
        assertThat(decision.path("departments").get(0)).isEqualTo(Works.of("""
            {"code": "planning", "name": "自然资源和规划部门", "item": "建设工程规划许可",
             "limit": {"value": 4, "unit": "WD"}, "due": "2026-10-10"}
            """));
        assertThat(decision.path("departments"))
                .extracting(each ->
                        each.path("code").asText() + " " + each.path("due").asText())
                .containsExactly(
                        "planning 2026-10-10",
                        "municipal 2026-10-12",
                        "greening 2026-10-12",
                        "traffic-police 2026-10-12");
        assertThat(texts(decision, "duties")).contains("restore-road", "result-to-utility");
        assertThat(texts(decision, "reasons")).first().asString().startsWith("适用 HEN19-P3");
        assertThat(texts(decision, "reasons")).anyMatch(reason -> reason.startsWith("HEN19-P2 不适用"));
        assertThat(decision.path("pack").asText()).isEqualTo("henan");
        assertThat(decision.path("packs"))
                .extracting(pack -> pack.path("pack").asText())
                .containsExactly("henan", "national");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        exempt | HEN19-P2 | 410105 | {"voltageKv": 0.38, "capacityKw": 160, "crossings": [], "affectsTraffic": false}
        commitment | HSH-P1 | 341002 | {"voltageKv": 0.38, "customerClass": "small-micro", "crossings": []}
        filing | HSH-P2 | 341002 | {"voltageKv": 10, "lineLengthM": 300, "crossings": ["urban-road"]}
        parallel | HSH-P3 | 341002 | {"voltageKv": 10, "lineLengthM": 300.1, "crossings": ["urban-road"]}
        ordinary | HEN19-P4 | 410105 | {"voltageKv": 10, "customerClass": "hv", "crossings": ["railway"]}
        ordinary | DQ-X1 | 410105 | {"voltageKv": 0.38, "capacityKw": 20, "crossings": ["ancient-tree"]}
        """)
    void takeEachPathWhereItsRuleSaysSo(String path, String rule, String region, String works) {
        JsonNode decision = decision(Works.asked(region, BEFORE_NATIONAL_DAY, Works.of(works)));
        assertThat(decision.path("path").asText()).isEqualTo(path);
        assertThat(decision.path("rule").asText()).isEqualTo(rule);
        assertThat(decision.path("citation").path("clause").asText()).isNotEmpty();
        assertThat(decision.path("missing")).isEmpty();
    }

    @Test
    void sayWhatIsMissingAndNeverTakeTheLighterPath() {
        ObjectNode works = Works.toThePlot();
        works.remove("affectsTraffic");
        JsonNode decision = decision(Works.asked(Works.ZHENGZHOU, BEFORE_NATIONAL_DAY, works));
        assertThat(decision.path("path").asText()).isEqualTo("undecided");
        assertThat(texts(decision, "missing")).containsExactly("affectsTraffic");
        assertThat(decision.path("departments")).isEmpty();
        assertThat(decision.has("rule") || decision.has("citation") || decision.has("limit"))
                .isFalse();
        assertThat(texts(decision, "reasons")).first().asString().contains("affectsTraffic");
    }

    /** A mistyped code looks like that of a development zone: it is answered, and the doubt is said. */
    @Test
    void saySoWhereNobodyKnowsTheDivision() {
        JsonNode decision = decision(Works.asked("999999", BEFORE_NATIONAL_DAY, Works.toThePlot()));
        assertThat(decision.path("pack").asText()).isEqualTo("national");
        assertThat(texts(decision, "reasons")).last().asString().startsWith("行政区划 999999 不在区划表中");
    }

    @Test
    void saySoWhereTheBasisHasLapsed() {
        JsonNode decision = decision(Works.asked("110000", BEFORE_NATIONAL_DAY, Works.toThePlot()));
        assertThat(decision.path("rule").asText()).isEqualTo("NAT-P2");
        assertThat(decision.path("pack").asText()).isEqualTo("national");
        assertThat(decision.path("lapsed").asBoolean()).isTrue();
        assertThat(decision.path("limit")).isEqualTo(Works.of("""
            {"value": 10, "unit": "WD", "due": "2026-10-19"}
            """));
        assertThat(texts(decision, "reasons")).last().asString().contains("发改能源规〔2020〕1479号", "2025-09-24");
    }

    @Test
    void countFromTheNextDayWhenTheOfficesRest() {
        ObjectNode question = Works.asked(Works.HUANGSHAN, "2026-10-02", Works.toThePlot());
        assertThat(decision(question).path("limit").path("due").asText()).isEqualTo("2026-10-09");
    }

    @ParameterizedTest
    @CsvSource({"2023-07-03", "2031-03-03"})
    void promiseNoDayInAYearWithoutACalendar(String on) {
        JsonNode decision = decision(Works.asked(Works.HUANGSHAN, on, Works.toThePlot()));
        assertThat(decision.path("limit")).isEqualTo(Works.of("{\"value\": 2, \"unit\": \"WD\"}"));
        assertThat(decision.path("calendarMissing").asBoolean()).isTrue();
        assertThat(texts(decision, "reasons")).last().asString().startsWith("工作日历未载入");
    }

    /** The text of Huangshan began on 30 June 2023, the one of the nation on 25 September 2020. */
    @ParameterizedTest
    @CsvSource({"2023-06-30, filing, HSH-P2", "2023-06-29, parallel, NAT-P2", "2020-09-24, ordinary, DQ-X2"})
    void followTheTextsOfTheDay(String on, String path, String rule) {
        JsonNode decision = decision(Works.asked(Works.HUANGSHAN, on, Works.toThePlot()));
        assertThat(decision.path("path").asText()).isEqualTo(path);
        assertThat(decision.path("rule").asText()).isEqualTo(rule);
    }

    @Test
    void areOfTodayUnlessADayIsAsked() {
        ObjectNode question = Works.asked(Works.HUANGSHAN, Works.toThePlot());
        JsonNode before = decision(question.deepCopy().put("on", today()));
        JsonNode undated = decision(question);
        assertThat(undated).isIn(before, decision(question.deepCopy().put("on", today())));
    }

    @Test
    void answerARepeatWithTheSameBytes() {
        Parcel question = asked(Works.asked(Works.ZHENGZHOU, BEFORE_NATIONAL_DAY, Works.toThePlot()));
        Reply first = accepted(post(question));
        assertAnswer(first, question, "reply");
        assertThat(post(question).words()).isEqualTo(first.words());
    }

    /** Another message with the same question, and its facts in another order. */
    @Test
    void areTheSameHoweverOftenAndInWhateverOrderTheyAreAsked() {
        ObjectNode question = Works.asked(Works.ZHENGZHOU, BEFORE_NATIONAL_DAY, Works.toThePlot());
        ObjectNode turned = question.deepCopy();
        ((ObjectNode) turned.path("works"))
                .set(
                        "crossings",
                        Works.of("{\"c\": [\"greenery\", \"urban-road\"]}").path("c"));
        byte[] first = accepted(post(asked(question))).body();
        assertThat(accepted(post(asked(question))).body()).isEqualTo(first);
        assertThat(accepted(post(asked(turned))).body()).isEqualTo(first);
    }

    private static JsonNode decision(ObjectNode question) {
        JsonNode decision = accepted(post(asked(question))).json();
        assertThat(bean(Contracts.class).violations("permit.preview.reply", decision))
                .isEmpty();
        return decision;
    }

    /** The utility of Henan may ask about any place. */
    private static Parcel asked(ObjectNode question) {
        return query(GRID, "permit.preview", question).sealed();
    }

    private static String today() {
        return WorkingDays.dayOf(Instant.now(CLOCK)).toString();
    }

    private static Iterable<String> texts(JsonNode decision, String member) {
        return () -> decision.path(member).valueStream().map(JsonNode::asText).iterator();
    }
}
