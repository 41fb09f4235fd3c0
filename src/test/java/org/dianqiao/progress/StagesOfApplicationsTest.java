package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.dianqiao.Parcel;
import org.junit.jupiter.api.Test;

/** What a utility tells of an application's stages, and what becomes of its clocks. */
class StagesOfApplicationsTest extends WithApplications {

    @Test
    void beginWithTheClocksOfThePack() {
        JsonNode highVoltage = lookup(applied(highVoltage()));
        assertThat(texts(highVoltage.path("deadlines"), "about"))
                .containsExactly("utility", "accepted", "scheme-answered");
        assertThat(texts(highVoltage.path("deadlines"), "rule")).containsExactly("HEN20-T2", "HEN19-T1", "HEN19-T4");
        assertThat(deadline(highVoltage, "utility").path("remaining").asInt()).isEqualTo(21);
        assertThat(deadline(highVoltage, "utility").path("state").asText()).isIn("running", "unknown");

        JsonNode bakery = lookup(applied(bakery().put("gridWorks", true)));
        assertThat(texts(bakery.path("deadlines"), "about")).containsExactly("whole", "accepted", "connected");
        assertThat(bakery.path("missing")).isEmpty();
    }

    @Test
    void sayByWhichFactsALimitCouldBeShorter() {
        JsonNode told = lookup(applied(bakery()));
        assertThat(told.path("missing")).extracting(JsonNode::asText).containsExactly("gridWorks");
        assertThat(deadline(told, "connected").path("rule").asText())
                .as("the longer of the two, which is owed in any case")
                .isEqualTo("HEN19-T3");
        assertThat(told.path("stages"))
                .extracting(JsonNode::asText)
                .doesNotContain("scheme-answered", "design-reviewed");
    }

    @Test
    void meetTheirDeadlines() {
        ObjectNode application = applied(highVoltage().put("channel", "hall"));
        assertThat(deadline(lookup(application), "progress.reported/accepted")
                        .path("rule")
                        .asText())
                .isEqualTo("HEN20-W3");
        tell(application, "accepted", "started");
        assertThat(state(application, "progress.reported/accepted")).isEqualTo("met");
        tell(application, "accepted", "finished");
        assertThat(state(application, "accepted")).isEqualTo("met");
        tell(application, "scheme-answered", "finished");
        tell(application, "connected", "finished");
        JsonNode told = lookup(application);
        assertThat(texts(told.path("deadlines"), "state")).containsOnly("met");
        assertThat(told.path("open").asBoolean()).isTrue();
        assertThat(told.path("state").asText()).isEqualTo("connected");
        tell(application, "archived", "finished");
        assertThat(lookup(application).path("open").asBoolean()).isFalse();
    }

    @Test
    void countTheWorksOnTheGridFromTheirStart() {
        ObjectNode application = applied(highVoltage());
        assertThat(texts(lookup(application).path("deadlines"), "about")).doesNotContain("grid-works");
        tell(application, "grid-works", "started");
        JsonNode works = deadline(lookup(application), "grid-works");
        assertThat(works.path("rule").asText()).isEqualTo("HEN19-T5");
        assertThat(works.path("remaining").asInt()).isEqualTo(20);
        assertThat(state(application, "utility"))
                .as("HEN20-T2 leaves the works on the grid out")
                .isEqualTo("stopped");
        tell(application, "grid-works", "finished");
        assertThat(state(application, "utility")).isNotEqualTo("stopped");
    }

    @Test
    void stopTheClocksWhileSomethingHoldsThem() {
        ObjectNode application = applied(bakery().put("gridWorks", true));
        tell(application, "customer-works", "started");
        tell(report(application, "customer-works", "paused").put("reason", "客户资金未到位"));
        assertThat(state(application, "whole")).isEqualTo("stopped");
        tell(application, "customer-works", "resumed");
        assertThat(state(application, "whole")).as("the customer still builds").isEqualTo("stopped");
        tell(application, "customer-works", "finished");
        assertThat(state(application, "whole")).isNotEqualTo("stopped");
        assertThat(lookup(application)
                        .path("clocks")
                        .path("whole")
                        .path("stopped")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void endEveryStopWhenThereIsPower() {
        ObjectNode application = applied(bakery().put("gridWorks", true));
        tell(application, "customer-works", "started");
        tell(application, "connected", "finished");
        assertThat(database()
                        .sql("SELECT stops FROM deadline WHERE case_no = ? AND about = 'whole'")
                        .param(lookup(application).path("caseNo").asText())
                        .query(String.class)
                        .single())
                .as("nobody told the end of the works, and yet there is power")
                .matches("[0-9-]{10}/[0-9-]{10}");
    }

    @Test
    void areAskedForAReasonWhenTheyPause() {
        ObjectNode application = applied(highVoltage());
        tell(application, "scheme-answered", "paused");
        JsonNode told = lookup(application);
        assertThat(texts(told.path("deadlines"), "state")).contains("stopped");
        assertThat(findings(told)).containsExactly("clock-stopped-without-reason");
    }

    @Test
    void areRecordedWhenThePackCancelledThem() {
        ObjectNode application = applied(bakery());
        tell(application, "design-reviewed", "started");
        JsonNode event = last(application);
        assertThat(event.path("cancelled").asBoolean()).isTrue();
        assertThat(event.path("sentence").asText()).contains("设计审查", "已取消");
    }

    @Test
    void happenedOnceHoweverOftenTheyAreTold() {
        ObjectNode application = applied(highVoltage());
        ObjectNode report = report(application, "accepted", "finished");
        tell(report);
        tell(report.deepCopy());
        assertThat(texts(lookup(application).path("timeline"), "what"))
                .containsExactly("applied", "forwarded", "stage");
    }

    @Test
    void areTheBusinessOfTheUtilityOfTheCase() {
        ObjectNode application = applied(highVoltage());
        newcomer("grid.kaifeng", """
                kind: utility
                region: "410200"
                utility: electricity
                sends: [ { service: progress.reported } ]
                """);
        Parcel parcel = event("grid.kaifeng", "progress.reported", report(application, "connected", "finished"))
                .sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
        assertThat(lookup(application).path("timeline")).hasSize(2);
    }

    @Test
    void areRefusedForAnApplicationThatNobodyTold() {
        supplier();
        assertViolated(
                event(SUPPLIER, "progress.reported", report(highVoltage(), "scheme-answered", "finished"))
                        .sealed(),
                "/applicationNo");
    }

    @Test
    void areOffSystemWherePowerComesWithoutAnApplication() {
        supplier();
        ObjectNode unheard = highVoltage();
        tell(unheard, "connected", "finished");
        assertThat(findings(lookup(unheard))).containsExactly("off-system");
        assertThat(lookup(unheard).path("deadlines")).isEmpty();

        applied(unheard);
        JsonNode told = lookup(unheard);
        assertThat(findings(told))
                .as("an application that comes afterwards changes nothing")
                .contains("off-system");
        assertThat(texts(told.path("timeline"), "what")).containsExactly("off-system", "stage", "applied", "forwarded");
    }

    @Test
    void areFoundOutOfOrderAndBackdatedAndBackFilled() {
        ObjectNode application = applied(highVoltage());
        tell(report(application, "connected", "finished")
                .put("at", ago(Duration.ofDays(1).plusHours(2))));
        tell(report(application, "scheme-answered", "finished").put("at", ago(Duration.ofDays(6))));
        tell(report(application, "completion-inspected", "finished").put("at", ago(Duration.ofDays(3))));

        JsonNode told = lookup(application);
        assertThat(findings(told)).contains("out-of-order", "claimed-before-received", "back-filled");
        assertThat(database()
                        .sql("SELECT DISTINCT kind FROM finding WHERE case_no = ?")
                        .param(told.path("caseNo").asText())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        findings(told).stream().distinct().toList());
    }

    private static JsonNode last(ObjectNode application) {
        JsonNode timeline = lookup(application).path("timeline");
        return timeline.get(timeline.size() - 1);
    }

    private static String state(ObjectNode application, String about) {
        return deadline(lookup(application), about).path("state").asText();
    }
}
