package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An application reaches a marketing system once, and is never believed there because nobody answered. */
class ApplicationsToMarketingTest extends WithMarketing {

    private static final String APPLY = "20001780";
    private static final String ASK = "20001781";
    private static final String PLATFORM_OF_SHANGHE = "approval.shanghe";
    private static final String COUNTER_OF_SHANGHE = "window.shanghe";

    @Test
    void areTakenUnderANumberOfTheirForm() throws IOException {
        PlayedMarketing marketing = answers().says("00000");
        String application = applied();
        awaitEnd(application, "delivered");
        assertThat(number(application)).matches("01\\d{12}370102\\d\\d");
        assertThat(marketing.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.at("/data/preAppNo").asText()).isEqualTo(number(application));
            assertThat(asked.at("/data/meaningtaskguid").asText()).isEqualTo(application);
            assertThat(asked.path("target").asText()).isEqualTo("37101");
        });
        Map<String, Object> end = end(application);
        JsonNode answer = new ObjectMapper().readTree((byte[]) end.get("answer_manifest"));
        assertThat(answer.at("/attested/of").asText()).isEqualTo(GRID_OF_JINAN);
        assertThat(answer.at("/attested/means").asText()).isEqualTo("bearer");
    }

    /** A number would lose its leading zeros on their side. */
    @Test
    void sayEveryNumberAsText() {
        PlayedMarketing marketing = answers().says(502, "").says("00001").says("00000");
        awaitEnd(applied(), "delivered");
        assertThat(marketing.asked()).hasSize(3).allSatisfy(asked -> {
            assertThat(values(asked)).isNotEmpty().allMatch(JsonNode::isTextual);
            assertThat(asked.at("/data/preAppNo").asText()).startsWith("0");
        });
        assertThat(marketing.asked().get(0).at("/data/custType").asText()).isEqualTo("02");
        assertThat(marketing.asked().get(0).at("/data/capRunCap").asText()).isEqualTo("15.5");
    }

    private static List<JsonNode> values(JsonNode node) {
        return node.isValueNode()
                ? List.of(node)
                : StreamSupport.stream(node.spliterator(), false)
                        .flatMap(child -> values(child).stream())
                        .toList();
    }

    @Test
    void areAskedAboutWhenNobodyAnsweredAndAreThere() {
        plays(Faults.of(Fault.TIME_OUT_AFTER_SUCCESS));
        String application = applied();
        awaitEnd(application, "delivered");
        assertThat(numbers(application)).hasSize(1);
        await().until(() -> narration.stream().anyMatch(line -> line.contains("CONNECTED -> 0000")));
        assertThat(narration).filteredOn(line -> line.contains("RECEIVED")).hasSize(1);
    }

    @Test
    void areSentAgainUnderTheSameNumberWhereTheyAreNotThere() {
        PlayedMarketing marketing = answers().says(502, "").says("00001").says("00000");
        String application = applied();
        awaitEnd(application, "delivered");
        assertThat(marketing.services()).containsExactly(APPLY, ASK, APPLY);
        assertThat(marketing.asked().get(2)).isEqualTo(marketing.asked().get(0));
        assertThat(marketing.asked().get(1).at("/data/preAppNo").asText()).isEqualTo(number(application));
    }

    @Test
    void areNotSentAgainWhileNobodyKnowsWhetherTheyAreThere() {
        PlayedMarketing marketing = answers().says(502, "");
        String application = applied();
        assertThat(awaitAttempts(application, 3)).contains("HTTP 502");
        assertThat(marketing.services().stream().filter(APPLY::equals)).hasSize(1);
        assertThat(ends(application)).isEmpty();
    }

    /** A system that has no such question is no system that has not got the application. */
    @Test
    void areNotRefusedBecauseTheQuestionIs() {
        PlayedMarketing marketing = answers().says(502, "").says(404, "");
        String application = applied();
        assertThat(awaitAttempts(application, 3)).isEqualTo("asked about in vain: HTTP 404");
        assertThat(marketing.services().stream().filter(APPLY::equals)).hasSize(1);
        assertThat(ends(application)).isEmpty();
    }

    @Test
    void areNotBelievedThereBecauseAnotherIs() {
        PlayedMarketing marketing = answers()
                .says(502, "")
                .says(200, "{\"data\":{\"data\":{\"code\":\"00000\",\"preAppNo\":\"0126110209300041010507\"}}}");
        String application = applied();
        assertThat(awaitAttempts(application, 3)).contains("unknown");
        assertThat(marketing.services().stream().filter(APPLY::equals)).hasSize(1);
        assertThat(ends(application)).isEmpty();
    }

    @Test
    void areDeadWithTheirTextWhenTheyAreRefused() {
        PlayedMarketing marketing = answers().says("00009");
        String application = applied();
        awaitEnd(application, "refused");
        assertThat(marketing.services()).containsExactly(APPLY);
        assertThat(database().sql("""
            SELECT problem FROM dead_letter JOIN pre_application USING (partner, message_id)
            WHERE application_no = ?
            """).param(application).query(String.class).list())
                .containsExactly("00009\n如实");
    }

    /** What came of the first may be seen only then. */
    @ParameterizedTest
    @CsvSource({"00000, delivered", "00001, refused"})
    void areAskedAboutWhenTheyAreRefusedTheSecondTime(String said, String end) {
        PlayedMarketing marketing =
                answers().says(502, "").says("00001").says("00004").says(said);
        String application = applied();
        awaitEnd(application, end);
        assertThat(marketing.services()).containsExactly(APPLY, ASK, APPLY, ASK);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEADING_ZEROS", "GBK", "ENDLESS", "HUGE", "REDIRECT_METADATA", "REDIRECT_FILE"})
    void areUnknownWhereTheAnswerCannotBeRight(Fault fault) {
        plays(Faults.of(fault));
        String application = applied();
        awaitAttempts(application, 2);
        assertThat(ends(application)).isEmpty();
        assertThat(numbers(application)).hasSize(1);
    }

    @Test
    void areUnknownWhereTheAnswerIsNothingButText() {
        PlayedMarketing marketing =
                answers().says(200, "系统繁忙，请稍后再试").says("00001").says("00000");
        String application = applied();
        awaitEnd(application, "delivered");
        assertThat(marketing.services()).containsExactly(APPLY, ASK, APPLY);
    }

    /** The lead is with the county's utility, the application with the system of the city's. */
    @Test
    void areShownByTheLeadThatTheyCameFrom() {
        answers().says("00000");
        open.add(office("grid.shanghe", """
            kind: utility
            region: "370126"
            utility: electricity
            receives: [ lead.assigned ]
            """));
        newcomer(PLATFORM_OF_SHANGHE, """
            kind: approval-platform
            region: "370000"
            sends: [ { service: project.code-assigned } ]
            """);
        newcomer(COUNTER_OF_SHANGHE, """
            kind: window
            region: "370100"
            sends: [ { service: lead.lookup }, { service: supply.applied } ]
            """);
        String code = Plots.freshCode("370126");
        accepted(post(event(PLATFORM_OF_SHANGHE, "project.code-assigned", Plots.coded(code))));
        ObjectNode application = bakery().put("projectCode", code);
        application.withObject("/site").put("regionCode", "370126");
        String number = applied(application);
        awaitEnd(number, "delivered");
        JsonNode lead = accepted(post(query(COUNTER_OF_SHANGHE, "lead.lookup", Plots.leadOf(code))))
                .json();
        assertThat(lead.path("state").asText()).isEqualTo("formal");
        assertThat(lead.path("applicationNo").asText()).isEqualTo(number);
    }

    private static Map<String, Object> end(String applicationNo) {
        List<Map<String, Object>> ends =
                database().sql("""
                    SELECT ledger_entry.* FROM ledger_entry JOIN pre_application USING (partner, message_id)
                    WHERE direction = 'out' AND application_no = ?
                    """).param(applicationNo).query().listOfRows();
        return ends.get(0);
    }
}
