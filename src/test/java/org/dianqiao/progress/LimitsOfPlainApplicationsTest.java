package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.dianqiao.Plots;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed to somebody whose application has the members that it must have, and not one more. */
class LimitsOfPlainApplicationsTest {

    private static final Policies PACKS = Policies.read(Path.of("mappings/policies"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
        410105 | resident       | 8     | whole 5 WD HEN20-T1, accepted 1 WD HEN19-T1, grid-works 20 WD HEN19-T5, connected 7 WD HEN19-T3 | gridWorks
        410105 | small-micro    | 160   | whole 15 WD HEN20-T1, accepted 1 WD HEN19-T1, grid-works 20 WD HEN19-T5, connected 7 WD HEN19-T3 | gridWorks
        410105 | lv-nonresident | 100   | utility 6 WD NAT-T1, accepted 1 WD HEN19-T1, grid-works 20 WD HEN19-T5, connected 7 WD HEN19-T3 | gridWorks
        410105 | hv             | 800   | utility 21 WD HEN20-T2, accepted 1 WD HEN19-T1, scheme-answered 10 WD HEN19-T4, grid-works 20 WD HEN19-T5 | ''
        370102 | resident       | 8     | whole 5 WD NAT-T4, utility 3 WD SDG-T1 | gridWorks, customerWorks
        370102 | small-micro    | 160   | whole 15 WD NAT-T5, utility 7 WD SDG-T1 | gridWorks, customerWorks
        370102 | lv-nonresident | 100   | utility 3 WD SDG-T3, accepted 1 WD SDG-T3, scheme-answered 1 WD SDG-T3, connected 1 WD SDG-T3 | gridWorks, customerWorks
        370102 | hv             | 800   | utility 11 WD SDG-T4, accepted 1 WD SDG-T4, scheme-answered 5 WD SDG-T4, completion-inspected 3 WD SDG-T4, connected 2 WD SDG-T4 | ''
        341002 | resident       | 8     | whole 5 WD NAT-T4 | ''
        341002 | small-micro    | 160   | whole 15 WD NAT-T5 | ''
        341002 | small-micro    | 160.5 | utility 6 WD NAT-T1, accepted 1 WD NAT-T1, scheme-answered 3 WD NAT-T1, connected 2 WD NAT-T1 | ''
        341002 | lv-nonresident | 100   | utility 6 WD NAT-T1, accepted 1 WD NAT-T1, scheme-answered 3 WD NAT-T1, connected 2 WD NAT-T1 | ''
        341002 | hv             | 800   | utility 22 WD NAT-T2, accepted 1 WD NAT-T2, scheme-answered 10 WD NAT-T2, design-reviewed 3 WD NAT-T2, mid-inspected 2 WD NAT-T2, completion-inspected 3 WD NAT-T2, connected 3 WD NAT-T2 | ''
        220622 | resident       | 8     | whole 5 WD JLL-T1 | ''
        220622 | small-micro    | 160   | whole 15 WD JLL-T1 | ''
        220622 | lv-nonresident | 100   | utility 6 WD JLL-T1 | ''
        220622 | hv             | 800   | utility 22 WD JLL-T1 | ''
        """)
    void areThoseOfTheClassAndThePlace(String region, String customer, double kw, String owed, String missing) {
        Periods periods = periods(region, application(region, customer, kw));
        assertThat(said(periods)).isEqualTo(owed);
        assertThat(periods.missing().stream().map(Fact::written).collect(Collectors.joining(", ")))
                .isEqualTo(missing);
    }

    @Test
    void areThoseOfWhatWasStatedInstead() {
        ObjectNode promised = application("370102", "lv-nonresident", 100).put("threeZero", true);
        assertThat(said(periods("370102", promised))).isEqualTo("whole 15 WD NAT-T5, utility 7 WD SDG-T1");
        ObjectNode mine = application("410105", "hv", 800).put("specialIndustry", true);
        assertThat(said(periods("410105", mine))).doesNotContain("HEN19-T4");
        ObjectNode ready = application("410105", "small-micro", 60).put("gridWorks", false);
        assertThat(said(periods("410105", ready)))
                .isEqualTo("whole 15 WD HEN20-T1, accepted 1 WD HEN19-T1, connected 1 WD HEN19-T2");
    }

    private static Periods periods(String region, ObjectNode application) {
        return new Periods(PACKS.of(region, DAY).orElseThrow(), Supply.facts(application), DAY);
    }

    private static String said(Periods periods) {
        return periods.owed("app").stream()
                .map(owed -> owed.about() + " " + owed.limit() + " " + owed.rule())
                .collect(Collectors.joining(", "));
    }

    private static ObjectNode application(String region, String customer, double kw) {
        ObjectNode application = Plots.object()
                .put("applicationNo", "YK-1")
                .put("channel", "app")
                .put("customerClass", customer)
                .put("capacityKw", kw)
                .put("voltageKv", customer.equals("hv") ? 10 : 0.38)
                .put("supplies", 1)
                .put("at", "2026-11-20T09:30:00+08:00");
        application
                .putObject("applicant")
                .put("kind", "person")
                .put("name", "王芳")
                .put("idType", "111")
                .put("idNo", "41010519491231002X");
        application.putObject("site").put("regionCode", region).put("address", "经七路88号");
        application.putArray("documents");
        return application;
    }
}
