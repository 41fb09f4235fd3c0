package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a marketing system calls back is progress of the application, in the utility's name, and answered in its codes. */
class CallBacksTest extends WithCallBacks {

    @Test
    void tellTheWholeStory() throws Exception {
        plays(Faults.none());
        String application = applied();
        await().until(() -> stages(application).size() == 6);
        assertThat(stages(application))
                .containsExactly(
                        "accepted started",
                        "accepted finished",
                        "scheme-answered finished",
                        "customer-works paused",
                        "customer-works resumed",
                        "connected finished");
        assertThat(events(application))
                .allSatisfy(event -> assertThat(event.path("attested").toString())
                        .isEqualTo("{\"of\":\"grid.jinan\",\"means\":\"bearer\"}"));
        assertThat(lookup(application).at("/timeline/0").has("attested")).isFalse();
        await().until(() -> narration.size() == 6);
        assertThat(narration).allMatch(line -> line.endsWith("-> 0000"));
        List<Map<String, Object>> entries = heard(number(application));
        assertThat(entries).hasSize(6).allSatisfy(entry -> {
            JsonNode manifest = JSON.readTree((byte[]) entry.get("manifest"));
            assertThat(manifest.path("from").asText()).isEqualTo(GRID_OF_JINAN);
            assertThat(manifest.at("/attested/of").asText()).isEqualTo(GRID_OF_JINAN);
            assertThat(manifest.at("/attested/means").asText()).isEqualTo("bearer");
            assertThat(manifest.path("parts").findValuesAsText("name")).containsExactly("payload", "original");
        });
    }

    @Test
    void areAllTakenInWhateverOrderTheyCome() {
        plays(Faults.of(Fault.OUT_OF_ORDER));
        String application = applied();
        await().until(() -> narration.size() == 6);
        assertThat(narration).allMatch(line -> line.endsWith("-> 0000"));
        assertThat(stages(application))
                .hasSize(6)
                .startsWith("connected finished")
                .endsWith("accepted started");
        assertThat(lookup(application).path("findings").findValuesAsText("kind"))
                .contains("out-of-order");
    }

    @ParameterizedTest
    @CsvSource({
        "1, accepted started, ''",
        "3, accepted finished, ''",
        "4, accepted paused, 退单：照片不对",
        "6, accepted paused, 照片不对",
        "8, scheme-answered finished, ''",
        "9, customer-works paused, 照片不对",
        "10, customer-works resumed, ''",
        "11, connected finished, ''"
    })
    void meanStages(String type, String stage, String reason) throws Exception {
        String application = known();
        assertThat(code(callBack(application, type, ",\"reasonNo\":\"02\""))).isEqualTo("0000");
        assertThat(stages(application)).containsExactly(stage);
        assertThat(events(application).get(0).path("reason").asText()).isEqualTo(reason);
    }

    /** The work order's number: there is none before the scheme. */
    @ParameterizedTest
    @CsvSource({"1, 0000", "3, 0000", "4, 0000", "6, 0000", "8, 0009", "9, 0009", "10, 0009", "11, 0009"})
    void needTheNumberOfAWorkOrderOnlyWhereThereIsOne(String type, String answer) throws Exception {
        String application = known();
        String without = callBack(application, type, "").replaceFirst("\"appNo\":\"[0-9]+\",", "");
        assertThat(code(without)).isEqualTo(answer);
        assertThat(stages(application)).hasSize(answer.equals("0000") ? 1 : 0);
    }

    @Test
    void areOneHoweverOftenTheyCome() throws Exception {
        String application = known();
        for (String body : List.of(
                callBack(application, "3", ""),
                callBack(application, "1", "").replaceAll(",\"auditTime\":\"\\d+\"", ""))) {
            assertThat(code(body)).isEqualTo("0000");
            assertThat(code(body)).isEqualTo("0000");
        }
        assertThat(stages(application)).containsExactly("accepted finished", "accepted started");
        assertThat(heard(number(application))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void mayComeAsAnOrder(String encoding) throws Exception {
        String application = known();
        String order = """
            <?xml version="1.0" encoding="%s"?>
            <ORDER><SERVICECODE>0207115</SERVICECODE><data><preAppNo>%s</preAppNo><sendElectType>6</sendElectType>\
            <reasonNo>01</reasonNo><reasonName>照片不清，请重拍</reasonName></data></ORDER>
            """.formatted(encoding, number(application));
        HttpResponse<byte[]> answer = posted(order.getBytes(Charset.forName(encoding)));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("<ORDER>", "<code>0000</code>");
        assertThat(stages(application)).containsExactly("accepted paused");
    }
}
