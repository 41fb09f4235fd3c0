package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lead reaches a marketing system once, and what that answers is seen on the lead. */
class LeadsToMarketingTest extends WithMarketing {

    private static final String LEAD = "20001782";
    private static final String ASK = "20001784";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String code = Xinzheng.freshCode();

    @Override
    protected String utility() {
        return Xinzheng.GRID_OF_XINZHENG;
    }

    @Override
    protected String whereAndWhat() {
        return Xinzheng.WHERE_AND_WHAT;
    }

    @Test
    void sayWhoBuildsWhatWhere() {
        PlayedMarketing marketing = answers().says("00000");
        String lead = Xinzheng.lead(code);
        awaitEnd(lead, "delivered");
        assertThat(marketing.services()).containsExactly(LEAD);
        JsonNode data = marketing.asked().get(0).path("data");
        assertThat(data.path("leadNo").asText()).isEqualTo(lead);
        assertThat(data.path("msgNo").asText()).isEqualTo(number(lead));
        assertThat(data.path("projectNo").asText()).isEqualTo(code);
        assertThat(data.path("countyCode").asText()).isEqualTo("410184");
        assertThat(data.path("consName").asText()).isEqualTo("河南中原置业有限公司");
        assertThat(data.path("contractCap").textValue()).isEqualTo("12000");
        assertThat(data.path("leadStatus").textValue()).isEqualTo("01");
    }

    @Test
    void areToldAgainWheneverMoreIsKnown() {
        PlayedMarketing marketing = answers().says("00000");
        String lead = Xinzheng.lead(code);
        Xinzheng.reaches(code, 2);
        Xinzheng.isWithdrawn(code);
        await().until(() -> ends(lead).equals(List.of("delivered", "delivered", "delivered")));
        assertThat(marketing.asked())
                .extracting(asked -> asked.at("/data/leadStatus").asText())
                .containsExactly("01", "01", "04");
        assertThat(marketing.asked().get(1).at("/data/milestones/0/blzt").asText())
                .isEqualTo("11");
        assertThat(marketing.asked().get(2).at("/data/withdrawReason").asText()).isEqualTo("项目取消");
        assertThat(marketing.asked().stream()
                        .map(asked -> asked.at("/data/msgNo").asText())
                        .distinct())
                .hasSize(3);
    }

    @Test
    void areAskedAboutWhenNobodyAnsweredAndAreThere() {
        PlayedMarketing marketing = answers().says(502, "").says(200, "").says(200, """
            {"data":{"data":{"code":"00000","msgNo":"another"}}}""");
        String lead = Xinzheng.lead(code);
        await().until(() -> marketing.asked().size() > 3);
        assertThat(ends(lead)).isEmpty();
        marketing.says(200, """
            {"data":{"data":{"code":"00000","msgNo":"%s"}}}""".formatted(number(lead)));
        marketing.says(500, "");
        awaitEnd(lead, "delivered");
        assertThat(marketing.services().stream().filter(LEAD::equals)).hasSize(1);
        assertThat(marketing.asked())
                .filteredOn(asked -> asked.path("serviceCode").asText().equals(ASK))
                .allMatch(asked -> asked.at("/data/msgNo").asText().equals(number(lead)));
    }

    @Test
    void areSentAgainUnderTheSameNumberWhereTheyAreNotThere() {
        PlayedMarketing marketing = answers().says(502, "").says("00001").says("00000");
        String lead = Xinzheng.lead(code);
        awaitEnd(lead, "delivered");
        assertThat(marketing.services()).containsExactly(LEAD, ASK, LEAD);
        assertThat(marketing.asked().get(2)).isEqualTo(marketing.asked().get(0));
    }

    /** The system has taken it and says nothing; then it works on it. */
    @Test
    void areThereOnceThoughTheAnswerNeverCameAndAreAnswered() {
        plays(Faults.of(Fault.TIME_OUT_AFTER_SUCCESS));
        String lead = Xinzheng.lead(code);
        awaitEnd(lead, "delivered");
        await().until(() -> narration.stream().anyMatch(line -> line.contains(lead + " RESERVED -> 0000")));
        assertThat(narration).filteredOn(line -> line.startsWith("线索 " + lead)).hasSize(1);
        JsonNode known = Xinzheng.lookup(code);
        assertThat(known.path("state").asText()).isEqualTo("reserved");
        assertThat(known.path("reserveProjectNo").asText()).isEqualTo("00CB" + lead);
        assertThat(known.path("answers").findValuesAsText("state"))
                .containsExactly("accepted", "contacted", "reserved");
    }

    @Test
    void areAnsweredInTheUtilitysName() throws Exception {
        answers().says("00000");
        String lead = Xinzheng.lead(code);
        String body = answer(lead, "02");
        assertThat(calledBack(body).path("code").asText()).isEqualTo("0000");
        assertThat(calledBack(body).path("code").asText()).as("told again").isEqualTo("0000");
        JsonNode answers = Xinzheng.lookup(code).path("answers");
        assertThat(answers).hasSize(1);
        assertThat(answers.at("/0/state").asText()).isEqualTo("contacted");
        assertThat(answers.at("/0/manager/name").asText()).isEqualTo("赵经理");
        assertThat(database().sql("""
                SELECT convert_from(manifest, 'UTF8')::json -> 'attested' ->> 'of' FROM ledger_entry
                WHERE direction = 'in' AND service = 'lead.answered' AND outcome = 'accepted' AND case_id = ?
                """).param(code).query(String.class).single()).isEqualTo(utility());
    }

    @Test
    void mayBeAnsweredAsAnOrder() throws Exception {
        answers().says("00000");
        String lead = Xinzheng.lead(code);
        String order =
                "<ORDER><data><preAppNo/><leadNo>" + lead + "</leadNo><leadState>04</leadState><auditContent>不在供电区域"
                        + "</auditContent><auditTime>20261001093000</auditTime></data></ORDER>";
        assertThat(said(order)).contains("<code>0000</code>");
        JsonNode known = Xinzheng.lookup(code);
        assertThat(known.path("state").asText()).isEqualTo("declined");
        assertThat(known.at("/answers/0/reason").asText()).isEqualTo("不在供电区域");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"leadNo\":\"[^\"]+\" | \"leadNo\":\"XS-NOWHERE\" | 0001 | 线索编号不存在",
                "\"leadNo\":\"[^\"]+\" | \"leadNo\":\"\" | 0009 | leadNo",
                "\"leadNo\":\"[^\"]+\" | \"leadNo\":17 | 0009 | leadNo",
                "\"leadState\":\"02\", | '' | 0009 | leadState",
                "\"leadState\":\"02\" | \"leadState\":\"2\" | 0009 | leadState",
                "\"leadState\":\"02\" | \"leadState\":\"77\" | 0009 | leadState",
                "\"mobile\":\"\\d+\", | '' | 0009 | mobile",
                ",\"auditTime\":\"[^\"]+\" | '' | 0009 | auditTime",
                "20261001093000 | 20260231093000 | 0009 | auditTime"
            })
    void areNotAnsweredWhereSomethingIsWrong(String part, String instead, String answer, String told) throws Exception {
        answers().says("00000");
        String lead = Xinzheng.lead(code);
        JsonNode said = calledBack(answer(lead, "02").replaceFirst(part, instead));
        assertThat(said.path("code").asText()).isEqualTo(answer);
        assertThat(said.path("msg").asText()).contains(told);
        assertThat(Xinzheng.lookup(code).path("answers")).isEmpty();
    }

    /** Whoever has the lead is another utility. */
    @Test
    void areNotAnsweredByAnybodyElse() throws Exception {
        answers().says("00000");
        String elsewhere = Plots.freshCode();
        JsonNode said = calledBack(answer(Xinzheng.lead(elsewhere), "02"));
        assertThat(said.path("code").asText()).isEqualTo("0001");
        assertThat(Xinzheng.lookup(elsewhere).path("answers")).isEmpty();
    }

    private static String answer(String lead, String state) {
        return """
            {"data":{"leadNo":"%s","leadState":"%s","contactName":"赵经理","mobile":"13700000372","auditContent":"",\
            "auditTime":"20261001093000"}}\
            """.formatted(lead, state);
    }

    private JsonNode calledBack(String body) throws Exception {
        return JSON.readTree(said(body));
    }

    private String said(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door("call-back"))
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
