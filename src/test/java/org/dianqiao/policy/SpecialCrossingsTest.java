package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What crosses something special takes the ordinary path, at any voltage and however small it is. */
class SpecialCrossingsTest {

    private static final List<String> VOLTAGES = List.of("0.4", "10", "35", "220");
    private static final String LIGHTEST =
            ", capacityKw: 5, customerClass: small-micro, lineLengthM: 5, threeZero: true, "
                    + "meetsLocalCommitmentConditions: true";

    @ParameterizedTest
    @CsvSource({
        "410105, highway, HEN19-P4, highway",
        "410105, highway-reroute, HEN19-P4, highway",
        "410105, railway, HEN19-P4, railway",
        "410105, south-north-water, HEN19-P4, water-diversion",
        "410105, defence-cable, HEN19-P4, defence-cable",
        "410105, ancient-tree, DQ-X1, greening",
        "341002, highway, DQ-X1, highway",
        "341002, highway-reroute, DQ-X1, highway",
        "341002, railway, DQ-X1, railway",
        "341002, south-north-water, DQ-X1, water-diversion",
        "341002, defence-cable, DQ-X1, defence-cable",
        "341002, ancient-tree, DQ-X1, greening",
        "370102, urban-expressway, SDG-P2, municipal traffic-police",
        "370102, urban-trunk-road, SDG-P2, municipal traffic-police",
        "370102, highway, SDG-P2, highway",
        "370102, highway-reroute, SDG-P2, highway",
        "370102, railway, DQ-X1, railway",
        "370102, south-north-water, DQ-X1, water-diversion",
        "370102, defence-cable, DQ-X1, defence-cable",
        "370102, ancient-tree, SDG-P4, greening",
        "220622, highway, DQ-X1, highway",
        "220622, highway-reroute, DQ-X1, highway",
        "220622, railway, DQ-X1, railway",
        "220622, south-north-water, DQ-X1, water-diversion",
        "220622, defence-cable, DQ-X1, defence-cable",
        "220622, ancient-tree, DQ-X1, greening",
        "110105, highway, DQ-X1, highway",
        "110105, highway-reroute, DQ-X1, highway",
        "110105, railway, DQ-X1, railway",
        "110105, south-north-water, DQ-X1, water-diversion",
        "110105, defence-cable, DQ-X1, defence-cable",
        "110105, ancient-tree, DQ-X1, greening",
    })
    void areAskedOfTheirOwners(String region, String crossing, String rule, String departments) {
        for (String voltage : VOLTAGES) {
            Decision decision = decided(region, voltage, crossing);
            assertThat(decision.written()).isEqualTo("ordinary");
            assertThat(Given.id(decision.rule())).isEqualTo(rule);
            assertThat(decision.limit()).isEmpty();
            assertThat(departments(decision)).isEqualTo(departments);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"urban-trunk-road", "urban-expressway"})
    void areTrunkRoadsAndExpresswaysInShandongAlone(String road) {
        assertThat(decided(Given.ZHENGZHOU, "0.4", road).written()).isEqualTo("exempt");
        assertThat(decided(Given.HUANGSHAN, "0.4", road).written()).isEqualTo("commitment");
        assertThat(decided(Given.JINGYU, "0.4", road).written()).isEqualTo("parallel");
        assertThat(decided(Given.BEIJING, "0.4", road).written()).isEqualTo("parallel");
    }

    @Test
    void outweighWhatElseIsCrossed() {
        assertThat(Given.id(
                        decided(Given.ZHENGZHOU, "0.4", "urban-road, highway").rule()))
                .isEqualTo("HEN19-P4");
        assertThat(Given.id(decided(Given.JINAN, "0.4", "urban-road, railway").rule()))
                .isEqualTo("DQ-X1");
        assertThat(Given.id(decided(Given.JINAN, "0.4", "ancient-tree, highway").rule()))
                .isEqualTo("SDG-P2");
    }

    @Test
    void askEveryOwnerOnce() {
        Decision decision = decided(Given.ZHENGZHOU, "10", "highway, highway-reroute, railway, river, urban-road");
        assertThat(departments(decision)).isEqualTo("highway railway river municipal traffic-police");
    }

    @Test
    void askAnOwnerForAllThatIsHis() {
        assertThat(decided(Given.BEIJING, "10", "ancient-tree, greenery").departments())
                .singleElement()
                .satisfies(task -> assertThat(task.item().zh()).contains("涉及古树名木", "临时占用绿地"));
    }

    private static Decision decided(String region, String voltage, String crossings) {
        return Given.decided(
                region,
                Given.TODAY,
                Given.works("voltageKv: " + voltage + LIGHTEST + ", crossings: [" + crossings + "]"));
    }

    private static String departments(Decision decision) {
        return Given.codes(decision.departments().stream()
                .map(Decision.Department::department)
                .toList());
    }
}
