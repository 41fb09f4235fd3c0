package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.dianqiao.Office;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A utility of Henan that keeps silent: blue and orange are for the county, yellow and red for the province too. */
class WarningsOfApplicationsTest extends WithWarnings {

    private static final String COUNTY = "410122";
    private static final String COMPANY = "grid.zhongmu";

    private static Office company;
    private static Office water;

    @BeforeAll
    static void open() {
        company = office(COMPANY, """
                kind: utility
                region: "%s"
                sends: [{service: supply.applied}, {service: progress.reported}]
                receives: [supply.applied, deadline.warned]
                """.formatted(COUNTY));
        water = office("water.zhongmu", """
                kind: utility
                region: "%s"
                utility: water
                receives: [deadline.warned]
                """.formatted(COUNTY));
    }

    @Test
    void goToTheCountyAndOnceItIsLateToTheProvinceToo() {
        ObjectNode application = highVoltageInTheCounty();
        String number = application.path("applicationNo").asText();
        accepted(apply(COMPANY, application));

        sixtyDaysPass(number);

        for (String about : List.of("utility", "scheme-answered")) {
            await().untilAsserted(() -> assertThat(warned(number, about))
                    .containsExactly(
                            "blue grid.zhongmu",
                            "orange grid.zhongmu",
                            "yellow grid.zhongmu",
                            "yellow grid.henan",
                            "red grid.zhongmu",
                            "red grid.henan"));
            await().untilAsserted(() ->
                    assertThat(heard(company, number, about)).containsExactly("blue", "orange", "yellow", "red"));
            await().untilAsserted(
                            () -> assertThat(heardByTheProvince(number, about)).containsExactly("yellow", "red"));
        }
        assertThat(water.visits()).isEmpty();
    }

    @Test
    void areOneLetterToAProvinceThatOwesTheAnswerItself() {
        ObjectNode application = highVoltageInTheCounty();
        String number = application.path("applicationNo").asText();
        accepted(apply(PROVINCE, application));

        sixtyDaysPass(number);

        await().untilAsserted(() -> assertThat(warned(number, "utility"))
                .containsExactly("blue grid.zhongmu", "orange grid.zhongmu", "yellow grid.henan", "red grid.henan"));
        await().untilAsserted(
                        () -> assertThat(heardByTheProvince(number, "utility")).containsExactly("yellow", "red"));
        assertThat(heard(company, number, "utility")).containsExactly("blue", "orange");
    }

    @Test
    void comeNoMoreOnceThereIsPower() {
        ObjectNode application = highVoltageInTheCounty();
        String number = application.path("applicationNo").asText();
        accepted(apply(COMPANY, application));
        accepted(post(event(COMPANY, "progress.reported", report(application, "connected", "finished"))));

        sixtyDaysPass(number);

        assertThat(warned(number, "utility")).isEmpty();
        assertThat(warned(number, "scheme-answered")).isEmpty();
    }

    private static ObjectNode highVoltageInTheCounty() {
        ObjectNode application = highVoltage().put("specialIndustry", false);
        ((ObjectNode) application.path("site")).put("regionCode", COUNTY);
        return application;
    }

    private static void sixtyDaysPass(String number) {
        for (int day = 1; day <= 60; day++) {
            began(number, Duration.ofDays(day));
            look();
        }
    }
}
