package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the utility may take, by customer class and day. The tables are written by hand from the texts. */
class WhatUtilitiesOweTest {

    private static final List<String> STAGES = List.of(
            "accepted", "scheme-answered", "design-reviewed", "mid-inspected", "completion-inspected", "connected");

    @Test
    void stagesOfATenKilovoltDualSupplyCustomerInShandongAre18WorkingDays() {
        Rule<Stages> rule = Given.found(
                        Stages.class,
                        "utility",
                        Given.JINAN,
                        "2022-03-01",
                        "customerClass: hv, voltageKv: 10, supplies: 2")
                .rule()
                .orElseThrow();

        assertThat(rule.id()).isEqualTo("SDG-T5");
        assertThat(each(rule)).isEqualTo("1 7 3 2 3 2");
        assertThat(rule.outcome().total()).hasToString("18 WD");
        assertThat(rule.citation())
                .isEqualTo(new Citation("山东省全面提升“获得电力”服务水平持续优化用电营商环境三年行动计划（2020—2022年）", "二（办电更省时）、任务3、附件1"));
    }

    /** Working days of acceptance, scheme, design review, mid inspection, completion inspection, meter and power. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        110105 | customerClass: lv-nonresident, threeZero: false               | 1 3 - - - 2  | 6 WD  | NAT-T1
        110105 | customerClass: small-micro, threeZero: false                  | 1 3 - - - 2  | 6 WD  | NAT-T1
        110105 | customerClass: hv, supplies: 1                                | 1 10 3 2 3 3 | 22 WD | NAT-T2
        110105 | customerClass: hv, supplies: 2                                | 1 20 3 2 3 3 | 32 WD | NAT-T3
        110105 | customerClass: small-micro, threeZero: true                   |              |       | -
        110105 | customerClass: resident                                       |              |       | -
        370102 | customerClass: resident                                       | - - - - - -  | 3 WD  | SDG-T1
        370102 | customerClass: small-micro, threeZero: true                   | - - - - - -  | 7 WD  | SDG-T1
        370102 | customerClass: lv-nonresident, threeZero: true                | - - - - - -  | 7 WD  | SDG-T1
        370102 | customerClass: lv-nonresident, threeZero: false               | 1 1 - - - 1  | 3 WD  | SDG-T3
        370102 | customerClass: small-micro, threeZero: false                  | 1 1 - - - 1  | 3 WD  | SDG-T3
        370102 | customerClass: hv, voltageKv: 10, supplies: 1                 | 1 5 - - 3 2  | 11 WD | SDG-T4
        370102 | customerClass: hv, voltageKv: 6, supplies: 1                  | 1 5 - - 3 2  | 11 WD | SDG-T4
        370102 | customerClass: hv, voltageKv: 10, supplies: 2                 | 1 7 3 2 3 2  | 18 WD | SDG-T5
        370102 | customerClass: hv, voltageKv: 10, supplies: 3                 | 1 7 3 2 3 2  | 18 WD | SDG-T5
        370102 | customerClass: hv, voltageKv: 35, supplies: 1                 | 1 10 3 2 3 3 | 22 WD | SDG-T6
        370102 | customerClass: hv, voltageKv: 35, supplies: 2                 | 1 20 3 2 3 3 | 32 WD | SDG-T7
        370102 | customerClass: hv, voltageKv: 110, supplies: 2                | 1 20 3 2 3 3 | 32 WD | SDG-T7
        370102 | customerClass: hv, voltageKv: 10.1, supplies: 1               | 1 10 3 2 3 3 | 22 WD | NAT-T2
        370102 | customerClass: hv, voltageKv: 34.9, supplies: 2               | 1 20 3 2 3 3 | 32 WD | NAT-T3
        410105 | customerClass: hv, supplies: 1                                | - - - - - -  | 21 WD | HEN20-T2
        410105 | customerClass: small-micro, threeZero: false                  | 1 3 - - - 2  | 6 WD  | NAT-T1
        220622 | customerClass: small-micro, threeZero: false                  | - - - - - -  | 6 WD  | JLL-T1
        220622 | customerClass: hv, supplies: 1                                | - - - - - -  | 22 WD | JLL-T1
        220622 | customerClass: hv, supplies: 2                                | - - - - - -  | 32 WD | JLL-T1
        341002 | customerClass: hv, supplies: 1                                | 1 10 3 2 3 3 | 22 WD | NAT-T2
        """)
    void timeOfTheUtility(String region, String facts, @Nullable String each, @Nullable String total, String id) {
        Found<Stages> found = Given.found(Stages.class, "utility", region, Given.TODAY, facts);
        assertThat(found.missing()).isEmpty();
        assertThat(Given.id(found.rule())).isEqualTo(id);
        found.rule().ifPresent(rule -> {
            assertThat(each(rule)).isEqualTo(each);
            assertThat(rule.outcome().total()).hasToString(total);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        110105 | 2020-12-30 | customerClass: resident                        |       | -
        110105 | 2020-12-31 | customerClass: resident                        | 5 WD  | NAT-T4
        110105 | 2020-12-30 | customerClass: small-micro, threeZero: true    |       | -
        110105 | 2020-12-31 | customerClass: small-micro, threeZero: true    | 25 WD | NAT-T5
        110105 | 2021-12-30 | customerClass: lv-nonresident, threeZero: true | 25 WD | NAT-T5
        110105 | 2021-12-31 | customerClass: lv-nonresident, threeZero: true | 20 WD | NAT-T5
        110105 | 2022-12-30 | customerClass: small-micro, threeZero: true    | 20 WD | NAT-T5
        110105 | 2022-12-31 | customerClass: small-micro, threeZero: true    | 15 WD | NAT-T5
        110105 | 2026-11-20 | customerClass: small-micro, threeZero: true    | 15 WD | NAT-T5
        370102 | 2022-03-01 | customerClass: small-micro, threeZero: true    | 20 WD | NAT-T5
        370102 | 2022-03-01 | customerClass: resident                        | 5 WD  | NAT-T4
        410105 | 2020-12-31 | customerClass: resident                        | 5 WD  | HEN20-T1
        410105 | 2021-06-01 | customerClass: small-micro                     | 15 WD | HEN20-T1
        410105 | 2021-06-01 | customerClass: lv-nonresident, threeZero: true | 25 WD | NAT-T5
        220622 | 2022-01-26 | customerClass: resident                        | 5 WD  | JLL-T1
        220622 | 2022-01-26 | customerClass: small-micro, threeZero: true    | 20 WD | JLL-T1
        220622 | 2022-12-30 | customerClass: small-micro, threeZero: true    | 20 WD | JLL-T1
        220622 | 2022-12-31 | customerClass: lv-nonresident, threeZero: true | 15 WD | JLL-T1
        110105 | 2026-11-20 | customerClass: hv                              |       | -
        """)
    void timeOfTheWholeProcess(String region, String day, String facts, @Nullable String total, String id) {
        Found<Stages> found = Given.found(Stages.class, "whole", region, day, facts);
        assertThat(found.missing()).isEmpty();
        assertThat(Given.id(found.rule())).isEqualTo(id);
        assertThat(found.rule()
                        .map(rule -> String.valueOf(rule.outcome().total()))
                        .orElse(null))
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | accepted        |                                                            | 1 WD  | HEN19-T1
        410105 | connected       | customerClass: small-micro, gridWorks: false               | 1 WD  | HEN19-T2
        410105 | connected       | customerClass: resident, gridWorks: true                   | 7 WD  | HEN19-T3
        410105 | scheme-answered | customerClass: hv, specialIndustry: false                  | 10 WD | HEN19-T4
        410105 | scheme-answered | customerClass: hv, specialIndustry: true                   |       | -
        410105 | grid-works      | voltageKv: 10, gridWorks: true                             | 20 WD | HEN19-T5
        410105 | grid-works      | voltageKv: 10.1, gridWorks: true                           |       | -
        410105 | grid-works      | voltageKv: 10, gridWorks: false                            |       | -
        370102 | connected       | customerClass: resident, gridWorks: false, customerWorks: false | 1 WD | SDG-T2
        370102 | connected       | customerClass: small-micro, gridWorks: true, customerWorks: false |    | -
        370102 | connected       | customerClass: hv, gridWorks: false, customerWorks: false  |       | -
        """)
    void limitOfOneStep(String region, String stage, @Nullable String facts, @Nullable String limit, String id) {
        Found<Stages> found = Given.found(Stages.class, stage, region, Given.TODAY, facts == null ? "" : facts);
        assertThat(found.missing()).isEmpty();
        assertThat(Given.id(found.rule())).isEqualTo(id);
        assertThat(found.rule()
                        .map(rule -> rule.outcome().each().get(0).limit().toString())
                        .orElse(null))
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        370102 | utility   | customerClass: hv, voltageKv: 10      | supplies
        370102 | utility   | customerClass: small-micro            | threeZero
        110105 | whole     | threeZero: true                       | customerClass
        410105 | connected | customerClass: resident               | gridWorks
        """)
    void namesTheFactWithoutWhichNobodyKnows(String region, String about, String facts, String missing) {
        Found<Stages> found = Given.found(Stages.class, about, region, Given.TODAY, facts);
        assertThat(found.rule()).isEmpty();
        assertThat(found.missing()).extracting(Fact::written).contains(missing);
    }

    private static String each(Rule<Stages> rule) {
        return STAGES.stream()
                .map(stage -> rule.outcome().each().stream()
                        .filter(each -> each.stage().code().equals(stage))
                        .map(each -> String.valueOf(each.limit().value()))
                        .findFirst()
                        .orElse("-"))
                .collect(Collectors.joining(" "));
    }
}
