package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The path of works at every bound that the texts write, from both sides. The tables are written by hand from the
 * texts; what a row leaves out is as in {@link Given#works}.
 */
class BoundariesOfRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        voltageKv: 0.4, capacityKw: 160                               | exempt   | HEN19-P2 |
        voltageKv: 0.4, capacityKw: 160.01                            | parallel | NAT-P1   | 5 WD
        voltageKv: 1, capacityKw: 160                                 | exempt   | HEN19-P2 |
        voltageKv: 1.1, capacityKw: 160                               | parallel | HEN19-P3 | 5 WD
        voltageKv: 10, capacityKw: 160                                | parallel | HEN19-P3 | 5 WD
        voltageKv: 10.1                                               | parallel | HEN20-P1 | 5 WD
        voltageKv: 20                                                 | parallel | HEN20-P1 | 5 WD
        voltageKv: 35                                                 | parallel | HEN20-P1 | 5 WD
        voltageKv: 0.4, capacityKw: 160, affectsTraffic: true         | parallel | NAT-P1   | 5 WD
        voltageKv: 10, affectsTraffic: true                           | parallel | HEN19-P3 |
        voltageKv: 10.1, affectsTraffic: true                         | parallel | HEN20-P1 |
        voltageKv: 10, crossings: [urban-road, greenery]              | parallel | HEN19-P3 | 5 WD
        voltageKv: 10, crossings: [river]                             | parallel | HEN19-P3 |
        voltageKv: 0.4, capacityKw: 160, crossings: [urban-road]      | exempt   | HEN19-P2 |
        voltageKv: 0.4, capacityKw: 160, crossings: [urban-trunk-road]| exempt   | HEN19-P2 |
        voltageKv: 0.4, capacityKw: 160, crossings: [urban-expressway]| exempt   | HEN19-P2 |
        voltageKv: 0.4, capacityKw: 160, crossings: [greenery, trees] | exempt   | HEN19-P2 |
        voltageKv: 0.4, capacityKw: 160, crossings: [river]           | parallel | NAT-P1   | 5 WD
        """)
    void inHenan(String works, String path, String rule, @Nullable String limit) {
        assertPath(Given.ZHENGZHOU, Given.TODAY, works, path, rule, limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        voltageKv: 1, customerClass: small-micro                            | commitment | HSH-P1 |
        voltageKv: 1, customerClass: small-micro, lineLengthM: 300          | commitment | HSH-P1 |
        voltageKv: 1, customerClass: small-micro, lineLengthM: 300.1        | commitment | HSH-P1 |
        voltageKv: 1.1, customerClass: small-micro, lineLengthM: 300        | filing     | HSH-P2 | 2 WD
        voltageKv: 1, customerClass: lv-nonresident, lineLengthM: 300       | filing     | HSH-P2 | 2 WD
        voltageKv: 1, customerClass: resident, lineLengthM: 300.1           | parallel   | HSH-P3 | 5 WD
        voltageKv: 10, lineLengthM: 300                                     | filing     | HSH-P2 | 2 WD
        voltageKv: 10, lineLengthM: 300.1                                   | parallel   | HSH-P3 | 5 WD
        voltageKv: 20, lineLengthM: 300                                     | filing     | HSH-P2 | 2 WD
        voltageKv: 20.1, lineLengthM: 300                                   | parallel   | HSH-P4 | 10 WD
        voltageKv: 20, lineLengthM: 300.1                                   | parallel   | HSH-P3 | 5 WD
        voltageKv: 20.1, lineLengthM: 300.1                                 | parallel   | HSH-P4 | 10 WD
        voltageKv: 35                                                       | parallel   | HSH-P4 | 10 WD
        voltageKv: 35.1                                                     | ordinary   | NAT-P4 |
        voltageKv: 10, lineLengthM: 300, crossings: [urban-trunk-road]      | filing     | HSH-P2 | 2 WD
        """)
    void inHuangshan(String works, String path, String rule, @Nullable String limit) {
        assertPath(Given.HUANGSHAN, Given.TODAY, works, path, rule, limit);
    }

    /** A small bakery in Jinan: 160 kW, 150 m, “three zeros”; the conditions of the place are met. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        capacityKw: 160                                          | exempt     | SDG-P1 |
        capacityKw: 160.01                                       | parallel   | NAT-P1 | 5 WD
        lineLengthM: 150                                         | exempt     | SDG-P1 |
        lineLengthM: 150.1                                       | parallel   | NAT-P1 | 5 WD
        voltageKv: 1                                             | exempt     | SDG-P1 |
        voltageKv: 1.1                                           | filing     | SDG-P5 | 0 WD
        customerClass: lv-nonresident                            | exempt     | SDG-P1 |
        customerClass: resident                                  | parallel   | NAT-P1 | 5 WD
        customerClass: hv                                        | parallel   | NAT-P1 | 5 WD
        threeZero: false                                         | parallel   | NAT-P1 | 5 WD
        interestedParties: true                                  | parallel   | NAT-P1 | 5 WD
        meetsLocalCommitmentConditions: false                    | parallel   | NAT-P1 | 5 WD
        crossings: [river]                                       | parallel   | NAT-P1 | 5 WD
        crossings: [urban-road]                                  | commitment | SDG-P3 |
        crossings: [greenery]                                    | commitment | SDG-P3 |
        crossings: [trees]                                       | commitment | SDG-P3 |
        crossings: [urban-road, greenery, trees]                 | commitment | SDG-P3 |
        crossings: [urban-road, river]                           | parallel   | NAT-P1 | 5 WD
        crossings: [urban-road], capacityKw: 160.01              | parallel   | NAT-P1 | 5 WD
        crossings: [urban-road], lineLengthM: 150.1              | parallel   | NAT-P1 | 5 WD
        crossings: [urban-road], voltageKv: 1.1                  | filing     | SDG-P5 | 0 WD
        crossings: [urban-road], customerClass: resident         | parallel   | NAT-P1 | 5 WD
        crossings: [urban-road], threeZero: false                | parallel   | NAT-P1 | 5 WD
        crossings: [urban-road], interestedParties: true         | parallel   | NAT-P1 | 5 WD
        """)
    void ofABakeryInJinan(String works, String path, String rule, @Nullable String limit) {
        String bakery =
                "voltageKv: 0.4, capacityKw: 160, customerClass: small-micro, lineLengthM: 150, threeZero: true, "
                        + "meetsLocalCommitmentConditions: true, ";
        assertPath(Given.JINAN, Given.TODAY, bakery + works, path, rule, limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        voltageKv: 10, meetsLocalCommitmentConditions: true   | filing   | SDG-P5 | 0 WD
        voltageKv: 35, meetsLocalCommitmentConditions: true   | filing   | SDG-P5 | 0 WD
        voltageKv: 10, meetsLocalCommitmentConditions: false  | parallel | NAT-P2 | 10 WD
        voltageKv: 10                                         | parallel | NAT-P2 | 10 WD
        voltageKv: 20                                         | parallel | NAT-P2 | 10 WD
        voltageKv: 20.1                                       | ordinary | NAT-P4 |
        voltageKv: 34.9                                       | ordinary | NAT-P4 |
        voltageKv: 35                                         | ordinary | SDG-P8 |
        """)
    void ofHighVoltageInJinan(String works, String path, String rule, @Nullable String limit) {
        assertPath(Given.JINAN, Given.TODAY, works, path, rule, limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        voltageKv: 1    | parallel | JLL-P1 | 5 WD
        voltageKv: 1.1  | parallel | JLL-P1 | 10 WD
        voltageKv: 10   | parallel | JLL-P1 | 10 WD
        voltageKv: 10.1 | parallel | JLL-P1 | 10 WD
        voltageKv: 20   | parallel | JLL-P1 | 10 WD
        voltageKv: 20.1 | ordinary | NAT-P4 |
        """)
    void whereJilinLocalPowerSupplies(String works, String path, String rule, @Nullable String limit) {
        assertPath(Given.JINGYU, Given.TODAY, works, path, rule, limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        voltageKv: 1    | parallel | NAT-P1 | 5 WD
        voltageKv: 1.1  | parallel | NAT-P2 | 10 WD
        voltageKv: 20   | parallel | NAT-P2 | 10 WD
        voltageKv: 20.1 | ordinary | NAT-P4 |
        voltageKv: 35   | ordinary | NAT-P4 |
        """)
    void whereOnlyTheNationSpeaks(String works, String path, String rule, @Nullable String limit) {
        assertPath(Given.BEIJING, Given.TODAY, works, path, rule, limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        410105 | 2019-05-29 | voltageKv: 0.4, capacityKw: 160 | ordinary | DQ-X2    |
        410105 | 2019-05-30 | voltageKv: 0.4, capacityKw: 160 | exempt   | HEN19-P2 |
        410105 | 2020-12-30 | voltageKv: 35                   | ordinary | NAT-P4   |
        410105 | 2020-12-31 | voltageKv: 35                   | parallel | HEN20-P1 | 5 WD
        341002 | 2023-06-29 | lineLengthM: 300                | parallel | NAT-P2   | 10 WD
        341002 | 2023-06-30 | lineLengthM: 300                | filing   | HSH-P2   | 2 WD
        370102 | 2021-05-09 | voltageKv: 35                   | ordinary | NAT-P4   |
        370102 | 2021-05-10 | voltageKv: 35                   | ordinary | SDG-P8   |
        370102 | 2021-06-29 | meetsLocalCommitmentConditions: true | parallel | NAT-P2 | 10 WD
        370102 | 2021-06-30 | meetsLocalCommitmentConditions: true | filing   | SDG-P5 | 0 WD
        220622 | 2022-01-25 | voltageKv: 10                   | parallel | NAT-P2   | 10 WD
        220622 | 2022-01-26 | voltageKv: 10                   | parallel | JLL-P1   | 10 WD
        110105 | 2020-09-24 | voltageKv: 35                   | ordinary | DQ-X2    |
        110105 | 2020-09-25 | voltageKv: 35                   | ordinary | NAT-P4   |
        110105 | 2020-12-30 | voltageKv: 20                   | ordinary | DQ-X2    |
        110105 | 2020-12-31 | voltageKv: 20                   | parallel | NAT-P2   | 10 WD
        """)
    void onTheFirstDayAndTheDayBefore(
            String region, String day, String works, String path, String rule, @Nullable String limit) {
        assertPath(region, day, works, path, rule, limit);
    }

    private static void assertPath(
            String region, String day, String works, String path, String rule, @Nullable String limit) {
        Decision decision = Given.decided(region, day, Given.works(works));
        assertThat(decision.written()).isEqualTo(path);
        assertThat(Given.id(decision.rule())).isEqualTo(rule);
        assertThat(decision.limit().map(Object::toString).orElse(null)).isEqualTo(limit);
        assertThat(decision.missing()).isEmpty();
    }
}
