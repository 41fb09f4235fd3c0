package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not known is named, and decides nothing. */
class MissingFactsTest {

    private static final String BAKERY =
            "voltageKv: 0.4, capacityKw: 160, customerClass: small-micro, lineLengthM: 150, threeZero: true";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | voltageKv: null                                        | voltageKv
        410105 | voltageKv: 0.4, capacityKw: null                       | capacityKw
        410105 | crossings: null                                        | crossings
        410105 | affectsTraffic: null                                   | affectsTraffic
        410105 | voltageKv: 0.4, capacityKw: null, affectsTraffic: null | capacityKw affectsTraffic
        341002 | lineLengthM: null                                      | lineLengthM
        341002 | voltageKv: 0.4, customerClass: null                    | customerClass
        341002 | voltageKv: null                                        | voltageKv
        370102 | crossings: null                                        | crossings
        220622 | voltageKv: null                                        | voltageKv
        110105 | voltageKv: null, crossings: null                       | crossings voltageKv
        """)
    void areNamed(String region, String works, String missing) {
        Decision decision = Given.decided(region, Given.TODAY, Given.works(works));
        assertThat(decision.written()).isEqualTo("undecided");
        assertThat(decision.rule()).isEmpty();
        assertThat(decision.departments()).isEmpty();
        assertThat(decision.missing()).extracting(Fact::written).containsExactlyInAnyOrder(missing.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"capacityKw", "customerClass", "lineLengthM", "threeZero", "interestedParties", "crossings"})
    void areNamedOneByOneOfABakeryInJinan(String missing) {
        Decision decision = Given.decided(
                Given.JINAN,
                Given.TODAY,
                Given.works(BAKERY + ", meetsLocalCommitmentConditions: true" + ", " + missing + ": null"));
        assertThat(decision.written()).isEqualTo("undecided");
        assertThat(decision.missing()).extracting(Fact::written).containsExactly(missing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | capacityKw: null, lineLengthM: null, customerClass: null, threeZero: null | HEN19-P3
        410105 | voltageKv: null, capacityKw: null, affectsTraffic: null, crossings: [railway] | HEN19-P4
        370102 | capacityKw: null, lineLengthM: null, interestedParties: null                  | NAT-P2
        370102 | voltageKv: 0.4, capacityKw: 161, lineLengthM: null, threeZero: null           | NAT-P1
        341002 | voltageKv: 35, lineLengthM: null, customerClass: null                         | HSH-P4
        """)
    void areNotAskedForWhereTheyChangeNothing(String region, String works, String rule) {
        Decision decision = Given.decided(region, Given.TODAY, Given.works(works));
        assertThat(Given.id(decision.rule())).isEqualTo(rule);
        assertThat(decision.missing()).isEmpty();
    }

    /** “符合条件” of the company's “three zeros” works need not be stated; whoever denies it is not exempt. */
    @Test
    void whoSaysNothingOfTheLocalConditionsDoesNotMeetThem() {
        String bakery =
                "voltageKv: 0.4, capacityKw: 160, customerClass: small-micro, lineLengthM: 150, threeZero: true";
        assertThat(Given.id(Given.decided(Given.JINAN, Given.TODAY, Given.works(BAKERY))
                        .rule()))
                .isEqualTo("NAT-P1");
        assertThat(Given.id(Given.decided(Given.JINAN, Given.TODAY, Given.works(BAKERY + ", crossings: [trees]"))
                        .rule()))
                .isEqualTo("NAT-P1");
        assertThat(Given.id(
                        Given.decided(Given.JINAN, Given.TODAY, Given.works("")).rule()))
                .isEqualTo("NAT-P2");
    }
}
