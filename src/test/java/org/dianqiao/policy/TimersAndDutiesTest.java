package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due after an event, who is warned, what must always or never be done. Written by hand from the texts. */
class TimersAndDutiesTest {

    private static final String SURVEY = "works.completed works.completed/completion-survey";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | reservation.made/phone | | 20 MINUTES | reservation.dispatched | HEN20-W1
        410105 | reservation.made/app | | 18 HOURS | reservation.contacted | HEN20-W2
        410105 | reservation.made/wechat | | 18 HOURS | reservation.contacted | HEN20-W2
        410105 | reservation.made/service-net | | 18 HOURS | reservation.contacted | HEN20-W2
        410105 | supply.applied/hall | | 0 WD | progress.reported/accepted | HEN20-W3
        370102 | works.completed | voltageKv: 1, path: exempt | 3 MONTHS | works.completed/construction-information | SDG-P6
        370102 | works.completed | voltageKv: 1, path: commitment | 3 MONTHS | works.completed/construction-information | SDG-P6
        370102 | works.completed | voltageKv: 1, path: filing | 3 MONTHS | works.completed/construction-information | SDG-P6
        370102 | works.completed | voltageKv: 1.1, path: filing | 3 MONTHS | works.completed/completion-survey | SDG-P7
        """)
    void areDue(String region, String after, @Nullable String facts, String limit, String due, String id) {
        Rule<Timer> rule = Given.found(Timer.class, after + " " + due, region, Given.TODAY, facts == null ? "" : facts)
                .rule()
                .orElseThrow();
        assertThat(rule.id()).isEqualTo(id);
        assertThat(rule.outcome().limit()).hasToString(limit);
        assertThat(rule.outcome().due()).isEqualTo(due);
    }

    @Test
    void areDueInShandongSinceTheEndOfJune2021() {
        assertThat(Given.found(Timer.class, SURVEY, Given.JINAN, "2021-06-29", "voltageKv: 10, path: filing")
                        .rule())
                .isEmpty();
        assertThat(Given.found(Timer.class, SURVEY, Given.JINAN, "2021-06-30", "voltageKv: 10, path: filing")
                        .rule())
                .isPresent();
    }

    /** The texts speak of what is exempt, committed to or filed. */
    @ParameterizedTest
    @CsvSource({"0.4, parallel", "0.4, ordinary", "10, parallel", "110, ordinary"})
    void areNotDueInShandongWhereDepartmentsApprove(double voltage, String path) {
        String facts = "voltageKv: " + voltage + ", path: " + path;
        assertThat(Given.book(Given.JINAN, Given.TODAY).subjects(Timer.class))
                .filteredOn(about -> about.startsWith("works.completed "))
                .hasSize(2)
                .allSatisfy(about -> assertThat(Given.found(Timer.class, about, Given.JINAN, Given.TODAY, facts)
                                .rule())
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | HEN20-W4 | blue city-company, orange city-company, yellow handler-leader province-company-leader, red handler-leader province-company-leader
        341002 | DQ-W4 | blue handler, orange handler, yellow handler handler-leader, red handler-leader supervisor
        """)
    void areWarned(String region, String id, String told) {
        Rule<Warnings> rule = Given.found(Warnings.class, "utility", region, Given.TODAY, "")
                .rule()
                .orElseThrow();
        assertThat(rule.id()).isEqualTo(id);
        assertThat(rule.outcome().each())
                .extracting(each -> each.colour().written() + " " + Given.codes(each.told()))
                .containsExactly(told.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        110105 | hotlines | none | 12398 95598 | NAT-W3
        110105 | truthful-records | none | off-system back-filled re-run | NAT-W1
        110105 | no-extra-demands | none | added-link precondition added-paper forced-letter | NAT-M6
        110105 | fees | none | unreasonable-fee | NAT-M7
        110105 | result-feedback | none | one-window feedback open-process lookup | NAT-P5
        110105 | price-notice | none | none | NAT-W2
        110105 | channels | none | none | NAT-D4
        110105 | online-service | none | apply flow progress rating | NAT-D4
        110105 | cancelled-stages | customerClass: resident | design-reviewed mid-inspected completion-inspected | NAT-L2
        110105 | no-repeated-papers | customerClass: small-micro | none | NEA18-M1
        110105 | reporting | none | time links papers cost | NEA18-W1
        410105 | channels | none | hall online | HEN20-D5
        410105 | tolerant-acceptance | none | property-equivalent property-later book-online | HEN20-M2
        410105 | cancelled-stages | customerClass: hv, importantCustomer: false, assetTransfer: false | design-reviewed mid-inspected | HEN20-L3
        410105 | cancelled-stages | customerClass: small-micro | scheme-answered | HEN20-L4
        410105 | inspection-scope | customerClass: hv, importantCustomer: false, assetTransfer: false | grid-equipment | HEN20-L3
        410105 | inspection-scope | customerClass: hv, importantCustomer: false, assetTransfer: true | handed-over grid-equipment | HEN20-L3
        410105 | inspection-scope | customerClass: hv, importantCustomer: true | sources own-supply automation interlocks metering | HEN20-L3
        410105 | call-back | voltageKv: 10 | province | HEN20-W6
        410105 | call-back | voltageKv: 0.4 | city | HEN20-W6
        410105 | outage-plan | voltageKv: 35 | monthly | HEN20-W7
        410105 | outage-plan | voltageKv: 34.9 | weekly daily | HEN20-W7
        410105 | truthful-records | none | site-check screening telephone | HEN20-W8
        341002 | call-back | none | none | HSH-W1
        341002 | load-notice | none | none | HSH-W3
        341002 | e-documents | none | none | HSH-P5
        341002 | no-repeated-papers | business: increase | none | HSH-M1
        341002 | truthful-records | none | off-system back-filled re-run | NAT-W1
        370102 | no-extra-demands | none | added-link precondition added-paper forced-letter | SDG-M1
        370102 | truthful-records | none | off-system back-filled re-run | NAT-W1
        220622 | scheme-on-site | customerClass: small-micro, threeZero: true | none | JLL-T2
        220622 | no-repeated-papers | business: change | none | JLL-M1
        """)
    void areOwed(String region, String subject, @Nullable String facts, @Nullable String terms, String id) {
        Rule<Duty> rule = Given.found(Duty.class, subject, region, Given.TODAY, facts == null ? "" : facts)
                .rule()
                .orElseThrow();
        assertThat(rule.id()).isEqualTo(id);
        assertThat(Given.codes(rule.outcome().terms())).isEqualTo(terms == null ? "" : terms);
    }

    @Test
    void areNoFeesInJilin() {
        Rule<Duty> rule = Given.found(Duty.class, "fees", Given.JINGYU, Given.TODAY, "")
                .rule()
                .orElseThrow();
        assertThat(rule.id()).isEqualTo("NAT-M7");
        assertThat(rule.outcome().terms())
                .extracting(fee -> fee.name().zh())
                .containsExactly(
                        "移表费",
                        "计量装置赔偿费",
                        "高压电缆介损试验费",
                        "高压电缆震荡波试验费",
                        "低压电缆试验费",
                        "低压计量检测费",
                        "互感器试验费",
                        "配电室试验费",
                        "开闭站集资费",
                        "调试费",
                        "保护定值整定计算费",
                        "带电作业费",
                        "类似名目的费用和其他不合规收费");
    }
}
