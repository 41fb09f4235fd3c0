package org.dianqiao.sandbox.marketing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.Draft;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marketing system's dialect, as an independent client meets it. */
class MarketingTest {

    private static final String PLOT = "河南省郑州市金水区杨金路与鸿宝路交叉口东北角";
    private static final String QUESTION = "{\"preAppNo\":\"" + Utility.NUMBER + "\"}";

    private static final String LEAD = """
            {"msgNo":"m-1","leadNo":"XS-1","leadSource":"01","leadStatus":"01","hint":"0","proCode":"410000",\
            "cityCode":"410100","countyCode":"410105","orgNo":"41101","projectName":"中原"}\
            """;

    @TempDir
    Path folder;

    private Utility utility;

    @BeforeEach
    void open() throws Exception {
        utility = new Utility(folder, Faults.none());
    }

    @AfterEach
    void close() {
        utility.close();
    }

    @Test
    void takesAnApplicationAndCallsBackStepByStep() throws Exception {
        assertThat(utility.ask("20001780", Utility.application(PLOT))
                        .path("code")
                        .asText())
                .isEqualTo("00000");
        await().until(() -> utility.told.size() == 6);
        assertThat(utility.states()).containsExactly("1", "3", "8", "9", "10", "11");
        assertThat(utility.tokens).containsOnly("Bearer " + utility.token());
        assertThat(utility.told).allSatisfy(told -> {
            assertThat(told.path("preAppNo").asText()).isEqualTo(Utility.NUMBER);
            assertThat(told).allSatisfy(value -> assertThat(value.isTextual()).isTrue());
        });
        assertThat(utility.told.subList(0, 2)).noneMatch(told -> told.has("appNo"));
        assertThat(utility.told.subList(2, 6))
                .allSatisfy(told -> assertThat(told.path("appNo").asText()).matches("00\\d{14}"));
        assertThat(utility.told.get(5).path("consNo").asText()).matches("0\\d{12}");
        assertThat(utility.told.get(0).path("auditTime").asText()).isEqualTo("2026-09-30 09:00:00");
    }

    @Test
    void saysWhatBecameOfAnApplication() throws Exception {
        assertThat(utility.ask("20001781", QUESTION).path("code").asText()).isEqualTo("00001");
        utility.post("20001780", Utility.application(PLOT));
        await().until(() -> utility.told.size() == 6);
        JsonNode answer = utility.ask("20001781", QUESTION);
        assertThat(answer.path("code").asText()).isEqualTo("00000");
        assertThat(answer.path("sendElectType").asText()).isEqualTo("11");
    }

    @Test
    void takesTheSameOnceAndNothingElseUnderItsNumber() throws Exception {
        utility.post("20001780", Utility.application(PLOT));
        assertThat(utility.ask("20001780", Utility.application(PLOT))
                        .path("code")
                        .asText())
                .isEqualTo("00000");
        assertThat(utility.ask("20001780", Utility.application("别处"))
                        .path("code")
                        .asText())
                .isEqualTo("00004");
        await().until(() -> utility.states().contains("11"));
        assertThat(utility.told).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"补件, 1 6 3 8 11", "退单, 1 4"})
    void takesAnotherCourseWhereTheAddressSaysSo(String word, String states) throws Exception {
        utility.post("20001780", Utility.application(PLOT + word));
        List<String> course = List.of(states.split(" "));
        await().until(() -> utility.states().equals(course));
        assertThat(utility.told.get(1).path("reasonNo").asText()).isIn("01", "05");
        assertThat(utility.told.get(1).path("auditResult").asText()).isEqualTo("0");
    }

    @Test
    void tellsAgainWhatWasNotTaken() throws Exception {
        utility.answers.addAll(List.of("0002", "0002", "0000"));
        utility.post("20001780", Utility.application(PLOT + "退单"));
        await().until(() -> utility.states().contains("4"));
        assertThat(utility.states()).containsExactly("1", "1", "1", "4");
    }

    @Test
    void doesNotTellAgainWhatNobodyKnows() throws Exception {
        utility.answers.add("0001");
        utility.post("20001780", Utility.application(PLOT + "退单"));
        await().until(() -> utility.states().contains("4"));
        assertThat(utility.states()).containsExactly("1", "4");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"custType\":\"01\"', '\"custType\":1', 00009",
        "'\"custType\":\"01\"', '\"custType\":\"07\"', 00009",
        "'\"orgNo\":\"41101\"', '\"orgNo\":\"\"', 00009",
        "'\"consName\":', '\"name\":', 00009",
        "'{', '', 00002",
    })
    void refusesAnApplicationThatLacksSomething(String part, String instead, String code) throws Exception {
        String data = Utility.application(PLOT).replace(part, instead);
        assertThat(utility.ask("20001780", data).path("code").asText()).isEqualTo(code);
        assertThat(utility.ask("20001781", QUESTION).path("code").asText()).isEqualTo("00001");
    }

    @Test
    void wantsTheServiceNamedAlikeInAddressAndBody() throws Exception {
        String envelope = Utility.envelope("20001780", Utility.application(PLOT));
        assertThat(Plain.text(Plain.post(utility.address("20001781"), envelope)))
                .contains("\"code\":\"00009\"");
    }

    @Test
    void takesALeadOnceAndAnswersIt() throws Exception {
        assertThat(code("20001784", "{\"msgNo\":\"m-1\"}")).isEqualTo("00001");
        assertThat(code("20001782", LEAD)).isEqualTo("00000");
        assertThat(code("20001782", LEAD)).isEqualTo("00000");
        assertThat(code("20001782", LEAD.replace("中原", "别处"))).isEqualTo("00004");
        assertThat(code("20001784", "{\"msgNo\":\"m-1\"}")).isEqualTo("00000");
        await().until(() -> utility.told.size() == 3);
        assertThat(utility.told)
                .extracting(told -> told.path("leadNo").asText() + " "
                        + told.path("leadState").textValue())
                .containsExactly("XS-1 01", "XS-1 02", "XS-1 03");
    }

    @Test
    void answersNoLeadThatNeedsNoAnswer() throws Exception {
        code("20001782", LEAD.replace("\"hint\":\"0\"", "\"hint\":\"1\""));
        code("20001782", LEAD.replace("m-1", "m-2").replace("\"leadStatus\":\"01\"", "\"leadStatus\":\"04\""));
        code("20001782", LEAD.replace("m-1", "m-3").replace("XS-1", "XS-2"));
        await().until(() -> utility.told.size() == 3);
        assertThat(utility.told).allMatch(told -> told.path("leadNo").asText().equals("XS-2"));
    }

    @Test
    void answersALeadOnceItIsMoreThanAHint() throws Exception {
        code("20001782", LEAD.replace("\"hint\":\"0\"", "\"hint\":\"1\""));
        code("20001782", LEAD.replace("m-1", "m-2"));
        await().until(() -> utility.told.size() == 3);
        code("20001782", LEAD.replace("m-1", "m-3"));
        code("20001782", LEAD.replace("m-1", "m-4").replace("XS-1", "XS-2"));
        await().until(() -> utility.told.size() == 6);
        assertThat(utility.told)
                .extracting(told -> told.path("leadNo").asText())
                .containsExactly("XS-1", "XS-1", "XS-1", "XS-2", "XS-2", "XS-2");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 00000",
        "'JVBERi0x', 'JVBERi0y', 00009",
        "'JVBERi0x', '%PDF', 00009",
        "'\"result\":\"04\",', '', 00009",
        "'\"msgNo\":\"m-9\"', '\"msgNo\":9', 00009",
    })
    void takesAResultWhoseFilesAreWhole(String part, String instead, String code) throws Exception {
        String result = """
            {"msgNo":"m-9","filingNo":"SG-1","result":"04","auditTime":"2026-11-10 16:00:05","files":[{"fileName":\
            "certificate.pdf","sm3":"%s","content":"JVBERi0x"},{"fileName":"licence","sm3":"","fileSize":"9"}]}\
            """.formatted(Draft.sm3("%PDF-1".getBytes(UTF_8)));
        assertThat(code("20001783", result.replace(part, instead))).isEqualTo(code);
        assertThat(code("20001784", "{\"msgNo\":\"m-9\"}")).isEqualTo(code.equals("00000") ? code : "00001");
    }

    private String code(String service, String data) throws Exception {
        return utility.ask(service, data).path("code").asText();
    }
}
