package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a customer has to act, and which papers may be asked for. Written by hand from the texts. */
class LinksAndPapersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        110105 | resident | | 2 | 受理签约、施工接电 | NAT-L1
        110105 | small-micro | threeZero: true | 2 | 受理签约、施工接电 | NAT-L1
        110105 | lv-nonresident | threeZero: false | 3 | 业务受理、供电方案答复、装表接电 | NAT-L1
        410105 | lv-nonresident | threeZero: false | 3 | 用电申请、客户外部工程实施、装表送电 | HEN20-L1
        410105 | lv-nonresident | threeZero: true | 2 | 受理签约、施工接电 | NAT-L1
        410105 | small-micro | leadDriven: false | 2 | 用电申请、装表送电 | HEN20-L1
        410105 | small-micro | leadDriven: true | 1 | 装表送电 | HEN20-L1
        410105 | hv | leadDriven: true | 2 | 申请方案答复、装表送电 | HEN20-L2
        410105 | hv | leadDriven: false, business: new, investedToRedLine: true | 3 | 用电申请、供电方案答复、装表送电 | HEN20-L2
        410105 | hv | leadDriven: false, business: new, investedToRedLine: false | 4 | 用电申请、供电方案答复、客户外部工程实施、装表接电 | HEN20-L2
        410105 | hv | leadDriven: false, business: increase, customerWorks: false | 3 | 用电申请、供电方案答复、装表送电 | HEN20-L2
        410105 | hv | leadDriven: false, business: increase, customerWorks: true | 4 | 用电申请、供电方案答复、客户外部工程实施、装表接电 | HEN20-L2
        410105 | hv | leadDriven: false, business: change | 4 | none | HEN20-L2
        370102 | hv | grounds: [] | 4 | none | SDG-L1
        370102 | hv | grounds: [planning-area] | 3 | none | SDG-L1
        370102 | resident | | 2 | 受理签约、施工接电 | SDG-L1
        370102 | small-micro | | 2 | none | SDG-L1
        341002 | hv | grounds: [park], investedToRedLine: true, importantCustomer: false | 3 | 用电申请、供电方案答复、竣工验收与装表接电 | HSH-L1
        341002 | resident | | 2 | 受理签约、施工接电 | NAT-L1
        220622 | hv | | 4 | none | JLL-L1
        220622 | resident | | 2 | none | JLL-L1
        220622 | small-micro | threeZero: true | 2 | none | JLL-L1
        220622 | small-micro | threeZero: false | 3 | none | JLL-L1
        """)
    void haveAtMostSoManyLinks(
            String region, String customer, @Nullable String facts, int most, @Nullable String names, String id) {
        Rule<Links> rule = Given.found(Links.class, "", region, Given.TODAY, of(customer, facts))
                .rule()
                .orElseThrow();
        assertThat(rule.id()).isEqualTo(id);
        assertThat(rule.outcome().most()).isEqualTo(most);
        assertThat(rule.outcome().each().stream().map(Wording::zh).collect(Collectors.joining("、")))
                .isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2023-09-29 | customerClass: hv, grounds: [park], investedToRedLine: true, importantCustomer: false
        2026-11-20 | customerClass: hv, grounds: [park], investedToRedLine: true, importantCustomer: true
        2026-11-20 | customerClass: hv, grounds: [park], investedToRedLine: false, importantCustomer: false
        2026-11-20 | customerClass: hv, grounds: [], investedToRedLine: true, importantCustomer: false
        """)
    void areNoPilotInHuangshanOtherwise(String day, String facts) {
        Found<Links> found = Given.found(Links.class, "", Given.HUANGSHAN, day, facts);
        assertThat(found.rule()).isEmpty();
        assertThat(found.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        110105 | accepted | resident | | identity-proof property-proof | NAT-M1
        110105 | accepted | small-micro | | identity-proof property-proof | NAT-M1
        110105 | accepted | lv-nonresident | | identity-proof property-proof | NAT-M1
        110105 | accepted | hv | | identity-proof property-proof project-approval | NAT-M2
        110105 | design-reviewed | hv | | designer-qualification design | NAT-M3
        110105 | mid-inspected | hv | | builder-qualification concealed-works | NAT-M4
        110105 | completion-inspected | hv | | completion-report | NAT-M5
        110105 | design-reviewed | small-micro | | none | NAT-L2
        110105 | mid-inspected | resident | | none | NAT-L2
        110105 | completion-inspected | lv-nonresident | | none | NAT-L2
        410105 | accepted | hv | specialIndustry: true | identity-proof property-proof government-approval | HEN19-M1
        410105 | accepted | hv | specialIndustry: false, fetchedOnline: false | identity-proof property-proof | HEN20-M1
        410105 | accepted | hv | specialIndustry: false, fetchedOnline: true | none | HEN20-M1
        410105 | design-reviewed | hv | importantCustomer: false, assetTransfer: false | none | HEN20-L3
        410105 | mid-inspected | hv | importantCustomer: false, assetTransfer: false | none | HEN20-L3
        410105 | design-reviewed | hv | importantCustomer: true, assetTransfer: false | designer-qualification design | NAT-M3
        410105 | mid-inspected | hv | importantCustomer: false, assetTransfer: true | builder-qualification concealed-works | NAT-M4
        410105 | completion-inspected | hv | | completion-report | NAT-M5
        410105 | scheme-answered | small-micro | | none | HEN20-L4
        341002 | accepted | hv | | identity-proof property-proof project-approval | NAT-M2
        370102 | accepted | small-micro | | identity-proof property-proof | NAT-M1
        220622 | accepted | resident | | identity-proof property-proof | JLL-M1
        220622 | accepted | hv | | identity-proof property-proof project-approval | JLL-M1
        220622 | design-reviewed | hv | | none | JLL-L1
        220622 | mid-inspected | hv | | none | JLL-L1
        220622 | completion-inspected | hv | | completion-report | NAT-M5
        220622 | completion-inspected | small-micro | | none | JLL-L1
        """)
    void askForThesePapersAndNoOthers(
            String region, String stage, String customer, @Nullable String facts, @Nullable String papers, String id) {
        assertPapers(region, Given.TODAY, stage, of(customer, facts), papers, id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2019-05-30 | specialIndustry: false                      | identity-proof property-proof | HEN19-M1
        2020-12-30 | specialIndustry: false                      | identity-proof property-proof | HEN19-M1
        2020-12-31 | specialIndustry: false, fetchedOnline: true |                               | HEN20-M1
        2020-12-31 | specialIndustry: true                       | identity-proof property-proof government-approval | HEN19-M1
        """)
    void askForLessInHenanSinceThePlanOf2020(String day, String facts, @Nullable String documents, String id) {
        assertPapers(Given.ZHENGZHOU, day, "accepted", facts, documents, id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        110105 | online-proof        | customerClass: hv           | 线上获取：用电人有效身份证件（主体证明）、用电地址物权证件（产权证明）
        110105 | no-repeated-papers  | customerClass: small-micro  | 存档有效：用电人有效身份证件（主体证明）、用电地址物权证件（产权证明）、用电工程项目批准文件
        410105 | tolerant-acceptance | customerClass: resident     | 可后补：用电地址物权证件（产权证明）；用电地址物权证件（产权证明）可代之以：居委会
        341002 | no-repeated-papers  | business: increase          | 存档有效：用电人有效身份证件（主体证明）、用电地址物权证件（产权证明）、用电工程项目批准文件
        220622 | no-repeated-papers  | business: change            | 存档有效：用电人有效身份证件（主体证明）
        220622 | one-time-notice     | customerClass: hv           | 可后补：用电地址物权证件（产权证明）、用电工程项目批准文件
        """)
    void needNotAllBeBrought(String region, String subject, String facts, String words) {
        Rule<Duty> rule = Given.found(Duty.class, subject, region, Given.TODAY, facts)
                .rule()
                .orElseThrow();
        assertThat(OutcomeWords.of(rule.outcome()).zh()).contains(words);
    }

    private static String of(String customer, @Nullable String facts) {
        return "customerClass: " + customer + (facts == null ? "" : ", " + facts);
    }

    private static void assertPapers(
            String region, String day, String stage, String facts, @Nullable String documents, String id) {
        Found<Papers> found = Given.found(Papers.class, stage, region, day, facts);
        assertThat(found.missing()).isEmpty();
        assertThat(Given.id(found.rule())).isEqualTo(id);
        assertThat(Given.codes(found.rule().orElseThrow().outcome().documents()))
                .isEqualTo(documents == null ? "" : documents);
    }
}
