package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is what, and how far the utility pays. Written by hand from the texts. */
class ClassesAndInvestmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        110105 | class | customerClass: resident    | “三零”服务：零上门、零审批、零投资 | NAT-C1
        110105 | class | customerClass: small-micro | “三零”服务：零上门、零审批、零投资 | NAT-C1
        110105 | class | customerClass: hv          | “三省”服务：省力、省时、省钱 | NAT-C1
        410105 | class | customerClass: small-micro, capacityKw: 160, grounds: []            | 小微企业，实行“三零”服务 | HEN20-C1
        410105 | class | customerClass: lv-nonresident, capacityKw: 160, grounds: [park]     | 小微企业，实行“三零”服务 | HEN20-C1
        410105 | class | customerClass: small-micro, capacityKw: 160.01, grounds: []         | 低压非居民用户，不属小微企业 | HEN20-C1
        410105 | class | customerClass: small-micro, capacityKw: 160, grounds: [excluded]    | 低压非居民用户，不属小微企业 | HEN20-C1
        370102 | class | voltageKv: 0.38            | 低压用户 | SDG-C1
        370102 | class | voltageKv: 1               | 低压用户 | SDG-C1
        370102 | class | voltageKv: 1.1             | 高压用户 | SDG-C1
        370102 | class | voltageKv: 6               | 高压用户 | SDG-C1
        """)
    void are(String region, String question, String facts, String answer, String id) {
        assertAnswer(region, Given.TODAY, question, facts, answer, id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        110105 | capacityKw: 160, threeZero: true                  | 低压接入 | NAT-C2
        220622 | capacityKw: 160, threeZero: true                  | 低压接入 | JLL-C1
        341002 | customerClass: small-micro, capacityKw: 160       | 低压接入 | HSH-C1
        341002 | customerClass: small-micro, capacityKw: 160.01    | 有条件的地区可低压接入 | HSH-C1
        341002 | customerClass: small-micro, capacityKw: 200       | 有条件的地区可低压接入 | HSH-C1
        """)
    void connectAtLowVoltage(String region, String facts, String answer, String id) {
        assertAnswer(region, Given.TODAY, "connection", facts, answer, id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        110105 | capacityKw: 160.01, threeZero: true
        220622 | capacityKw: 160.01, threeZero: true
        341002 | customerClass: small-micro, capacityKw: 200.01, threeZero: true
        """)
    void areNotPromisedLowVoltageAbove(String region, String facts) {
        Found<Investment> found = Given.found(Investment.class, "connection", region, Given.TODAY, facts);
        assertThat(found.rule()).isEmpty();
        assertThat(found.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        110105 | 2021-12-30 | customerClass: small-micro, capacityKw: 160, rural: false    | -
        110105 | 2021-12-31 | customerClass: small-micro, capacityKw: 160, rural: false    | NAT-C2
        110105 | 2021-12-31 | customerClass: small-micro, capacityKw: 160.01, rural: false | -
        110105 | 2021-12-31 | customerClass: small-micro, capacityKw: 100, rural: true     | NAT-C2
        110105 | 2021-12-31 | customerClass: small-micro, capacityKw: 100.01, rural: true  | -
        110105 | 2022-12-31 | customerClass: small-micro, capacityKw: 160                  | NAT-C2
        110105 | 2022-12-31 | customerClass: small-micro, capacityKw: 160.01               | -
        220622 | 2022-01-26 | customerClass: small-micro, capacityKw: 100, rural: true     | JLL-C1
        220622 | 2022-12-31 | customerClass: small-micro, capacityKw: 160                  | JLL-C1
        110105 | 2026-11-20 | customerClass: resident                                      | NAT-M7
        110105 | 2026-11-20 | customerClass: lv-nonresident, threeZero: true               | NAT-M7
        370102 | 2026-11-20 | customerClass: small-micro, capacityKw: 160                  | SDG-C2
        """)
    void payNothing(String region, String day, String facts, String id) {
        Found<Investment> found = Given.found(Investment.class, "boundary", region, day, facts);
        assertThat(found.missing()).isEmpty();
        assertThat(Given.id(found.rule())).isEqualTo(id);
        found.rule().ifPresent(rule -> assertThat(rule.outcome().answer().zh()).contains("零投资"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | customerClass: resident                                         | 供电企业投资至客户规划红线 | HEN20-C2
        410105 | customerClass: small-micro                                      | 供电企业投资至客户规划红线 | HEN20-C2
        410105 | customerClass: hv, grounds: [park]                              | 供电企业投资至客户规划红线 | HEN20-C2
        410105 | customerClass: hv, grounds: [electric-substitution]             | 供电企业投资至客户规划红线 | HEN20-C2
        410105 | customerClass: hv, grounds: [ev-charging]                       | 供电企业投资至客户规划红线 | HEN20-C2
        410105 | customerClass: hv, grounds: [ev-charging, excluded]             | 供电企业投资至客户规划红线 | HEN20-C2
        410105 | customerClass: hv, grounds: [park, excluded]                    | 客户投资至距其最近或接入成本最低的公共电网连接点 | HEN20-C2
        410105 | customerClass: hv, grounds: []                                  | 客户投资至距其最近或接入成本最低的公共电网连接点 | HEN20-C2
        410105 | customerClass: lv-nonresident, threeZero: false                 | 客户投资至距其最近或接入成本最低的公共电网连接点 | HEN20-C2
        370102 | customerClass: hv, voltageKv: 10, grounds: [park]               | 供电企业投资至用户规划红线 | SDG-C2
        370102 | customerClass: hv, voltageKv: 10, grounds: [project-library]    | 供电企业投资至用户规划红线 | SDG-C2
        370102 | customerClass: hv, voltageKv: 10, grounds: [planning-area]      | 供电企业投资至用户规划红线 | SDG-C2
        """)
    void payUpToThere(String region, String facts, String answer, String id) {
        assertAnswer(region, Given.TODAY, "boundary", facts, answer, id);
    }

    @ParameterizedTest
    @CsvSource({"341002, HSH-C3", "370102, SDG-C3"})
    void areOnAWhiteListOutsideTheGridsPlan(String region, String id) {
        assertAnswer(region, Given.TODAY, "outside-plan", "", "“白名单”备案，先建配套电网，再报装接电", id);
    }

    private static void assertAnswer(
            String region, String day, String question, String facts, String answer, String id) {
        Found<Investment> found = Given.found(Investment.class, question, region, day, facts);
        assertThat(found.missing()).isEmpty();
        assertThat(Given.id(found.rule())).isEqualTo(id);
        assertThat(found.rule().orElseThrow().outcome().answer().zh()).isEqualTo(answer);
    }
}
