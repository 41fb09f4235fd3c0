package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call-back that cannot be taken is answered with the code that says why, and changes nothing. */
class WrongCallBacksTest extends WithCallBacks {

    @Test
    void ofANumberThatNobodyGaveAreRefusedAndRecorded() throws Exception {
        String application = known();
        String body = callBack(application, "3", "").replace(number(application), "0126110209300037010299");
        assertThat(code(body)).isEqualTo("0001");
        assertThat(outcomes(body)).containsExactly("contract-violated");
        assertThat(stages(application)).isEmpty();
    }

    /** Neither is one that was given for somebody else's system. */
    @Test
    void ofAnotherUtilitysNumberAreRefused() throws Exception {
        String application = known();
        database().sql("""
            INSERT INTO pre_application (number, partner, application_no, message_id, at)
            VALUES ('0126110209300041010507', 'grid.henan', 'SQ-2026-000123', '0mf-of-henan', now())
            """).update();
        assertThat(code(callBack(application, "3", "").replace(number(application), "0126110209300041010507")))
                .isEqualTo("0001");
    }

    @Test
    void cannotSayThemselvesWhoseTheyAre() throws Exception {
        String application = known();
        String other = known();
        String forged = callBack(application, "3", "")
                .replaceFirst("\\{", "{\"known\":true,\"applicationNo\":\"%s\",".formatted(other));
        assertThat(code(forged)).isEqualTo("0000");
        assertThat(stages(other)).isEmpty();
        assertThat(stages(application)).hasSize(1);
        assertThat(code(forged.replace(number(application), "0126110209300037010299")))
                .isEqualTo("0001");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"preAppNo\":\"[0-9]+\",', '', 3, preAppNo 必填项未填",
        "'\"data\":.*', '\"data\":{}}', 3, preAppNo 必填项未填",
        "'\"preAppNo\":\"([0-9]+)\"', '\"preAppNo\":1$1', 3, /data/preAppNo 应为文字",
        "'\"sendElectType\":\"3\",', '', 3, sendElectType 必填项未填",
        "'\"sendElectType\":\"3\"', '\"sendElectType\":3', 3, /data/sendElectType 应为文字",
        "'\"sendElectType\":\"3\"', '\"sendElectType\":\"2\"', 3, /data/sendElectType 代码表",
        "'\"auditTime\":\"[0-9]+\"', '\"auditTime\":\"20260230093000\"', 3, /data/auditTime 应为时间",
        "'\"appNo\":\"[0-9]+\",', '', 8, appNo 必填项未填",
        "'\"appNo\":\"[0-9]+\"', '\"appNo\":\"\"', 9, appNo 必填项未填",
        "'\"appNo\":\"[0-9]+\"', '\"appNo\":\" \"', 10, appNo 必填项未填",
        "'\"appNo\":\"([0-9]+)\"', '\"appNo\":7', 11, /data/appNo 应为文字",
        "'[}]$', '', 3, 不是规范的 JSON",
        "'[{]\"data\":([{].*[}])[}]$', '[$1]', 3, 必填项未填",
    })
    void thatLackSomethingAreToldWhat(String part, String instead, String type, String told) throws Exception {
        String application = known();
        String body = callBack(application, type, "").replaceFirst(part, instead);
        JsonNode answer =
                JSON.readTree(posted(body.getBytes(StandardCharsets.UTF_8)).body());
        assertThat(answer.path("code").asText()).isEqualTo("0009");
        assertThat(answer.path("msg").asText()).contains(told);
        assertThat(outcomes(body)).containsExactly("contract-violated");
        assertThat(stages(application)).isEmpty();
    }

    /** Neither what goes into the mapping, nor what goes into that of the answer, which is a little deeper. */
    @ParameterizedTest
    @ValueSource(ints = {62, 99, 300})
    void mayNotBeDeep(int levels) throws Exception {
        String application = known();
        String body = callBack(application, "3", "")
                .replaceFirst("[}]$", ",\"z\":" + "[".repeat(levels) + "]".repeat(levels) + "}");
        assertThat(code(body)).isEqualTo(levels < 64 ? "0000" : "0009");
        assertThat(outcomes(body)).containsExactly(levels < 64 ? "accepted" : "contract-violated");
    }

    /** A tree takes fifty times the memory of its bytes. */
    @Test
    void mayNotBeOfManySmallThings() throws Exception {
        known();
        String body = "{\"data\":[" + "[],".repeat(300_000) + "[]]}";
        assertThat(code(body)).isEqualTo("0009");
        assertThat(outcomes(body)).containsExactly("contract-violated");
    }

    @Test
    void mayNotBeLarge() throws Exception {
        known();
        HttpResponse<byte[]> answer = posted(new byte[(4 << 20) + 1]);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void areTakenWhateverTheyCallTheirKind() throws Exception {
        String application = known();
        byte[] body = callBack(application, "3", "").getBytes(StandardCharsets.UTF_8);
        HttpRequest odd = request(body)
                .setHeader("Content-Type", "application/json;charset=" + "x".repeat(300))
                .build();
        assertThat(JSON.readTree(HTTP.send(odd, BodyHandlers.ofByteArray()).body())
                        .path("code")
                        .asText())
                .isEqualTo("0000");
        assertThat(stages(application)).hasSize(1);
    }

    @Test
    void mayNotHaveADtd() throws Exception {
        String application = known();
        String order = """
            <!DOCTYPE ORDER [<!ENTITY n "%s">]><ORDER><data><preAppNo>&n;</preAppNo>\
            <sendElectType>3</sendElectType></data></ORDER>
            """.formatted(number(application));
        assertThat(new String(posted(order.getBytes(StandardCharsets.UTF_8)).body(), StandardCharsets.UTF_8))
                .contains("<code>0009</code>");
        assertThat(stages(application)).isEmpty();
    }

    @Test
    void areToldWhereTheySayUtf8AndAreInGbk() throws Exception {
        String application = known();
        byte[] body = callBack(application, "3", "").getBytes(Charset.forName("GBK"));
        JsonNode answer = JSON.readTree(posted(body).body());
        assertThat(answer.path("code").asText()).isEqualTo("0009");
        assertThat(answer.path("msg").asText()).contains("不是规范的 JSON");
        assertThat(outcomes(body)).containsExactly("contract-violated");
        assertThat(stages(application)).isEmpty();
    }

    /** A byte order mark is no reason to answer in another form, nor to refuse. */
    @Test
    void areNoneBecauseOfAByteOrderMark() throws Exception {
        String application = known();
        assertThat(code("\uFEFF" + callBack(application, "3", ""))).isEqualTo("0000");
        assertThat(code("\uFEFF" + callBack(application, "2", ""))).isEqualTo("0009");
        assertThat(stages(application)).containsExactly("accepted finished");
    }

    @Test
    void areAnsweredInJsonWhereTheyAreCalledSo() throws Exception {
        known();
        assertThat(code("预申请")).isEqualTo("0009");
        assertThat(code("")).isEqualTo("0009");
    }

    /** They would call back the same for ever. */
    @Test
    void thatStayRefusedAreNotAskedForAgain() throws Exception {
        String application = known();
        owner().sql("UPDATE casefile SET keeper = 'grid.henan' WHERE number = ?")
                .param(application)
                .update();
        String body = callBack(application, "3", "");
        JsonNode answer =
                JSON.readTree(posted(body.getBytes(StandardCharsets.UTF_8)).body());
        assertThat(answer.path("code").asText()).isEqualTo("0001");
        assertThat(outcomes(body)).doesNotContain("accepted");
    }

    /** Only then do they call back again. */
    @Test
    void areAnswered0002WhenItIsOurFault() throws Exception {
        String application = known();
        String body = callBack(application, "3", "");
        JdbcClient owner = owner();
        owner.sql("ALTER TABLE pre_application RENAME TO away").update();
        try {
            assertThat(code(body)).isEqualTo("0002");
        } finally {
            owner.sql("ALTER TABLE away RENAME TO pre_application").update();
        }
        assertThat(stages(application)).isEmpty();
        assertThat(code(body)).isEqualTo("0000");
    }

    @Test
    void areAnswered0002WhenOurLedgerIsAway() throws Exception {
        String application = known();
        JdbcClient owner = owner();
        owner.sql("ALTER TABLE accepted RENAME TO away").update();
        try {
            assertThat(code(callBack(application, "3", ""))).isEqualTo("0002");
        } finally {
            owner.sql("ALTER TABLE away RENAME TO accepted").update();
        }
        assertThat(stages(application)).isEmpty();
    }

    @Test
    void ofAStrangerAreNotTaken() throws Exception {
        String application = known();
        HttpRequest request = request(callBack(application, "3", "").getBytes(StandardCharsets.UTF_8))
                .setHeader("Authorization", "Bearer somebody")
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(heard(number(application))).isEmpty();
    }
}
