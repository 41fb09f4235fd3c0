package org.dianqiao.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import org.dianqiao.Draft;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;

/** The result of a filing reaches a marketing system with its certificate and the licences, once. */
class ResultsToMarketingTest extends WithMarketing {

    private static final String RESULT = "20001783";
    private static final String ASK = "20001784";

    @Override
    protected String utility() {
        return Xinzheng.GRID_OF_XINZHENG;
    }

    @Override
    protected String whereAndWhat() {
        return Xinzheng.WHERE_AND_WHAT;
    }

    @Test
    void bringTheCertificateAndTheLicences() {
        PlayedMarketing marketing = answers().says("00000");
        String filing = Xinzheng.approved("电子证照");
        awaitEnd(filing, "delivered");
        assertThat(marketing.services()).containsExactly(RESULT);
        JsonNode asked = marketing.asked().get(0);
        assertThat(asked.path("target").asText()).isEqualTo("41101");
        JsonNode data = asked.path("data");
        assertThat(data.path("filingNo").asText()).isEqualTo(filing);
        assertThat(data.path("result").asText()).isEqualTo("04");
        assertThat(data.at("/certificate/certNo").asText()).isNotEmpty();
        assertThat(data.path("tasks")).hasSize(4).anySatisfy(task -> {
            assertThat(task.path("certIdentifier").asText()).isEqualTo(Xinzheng.LICENCE);
            assertThat(task.path("certNo").asText()).isEqualTo("GG0117");
            assertThat(task.path("fileName").asText()).isEqualTo("licence-planning");
        });
        assertThat(data.path("files").findValuesAsText("fileName"))
                .containsExactly("certificate.pdf", "certificate.ofd", "licence-planning");
        assertThat(data.path("files"))
                .allSatisfy(file -> assertThat(file.path("sm3").asText()).isEqualTo(Draft.sm3(content(file))));
        assertThat(new String(content(data.at("/files/0")), UTF_8)).startsWith("%PDF-");
        assertThat(new String(content(data.at("/files/1")), UTF_8)).startsWith("PK");
        assertThat(new String(content(data.at("/files/2")), UTF_8)).isEqualTo("电子证照");
    }

    private static byte[] content(JsonNode file) {
        return Base64.getDecoder().decode(file.path("content").asText());
    }

    /** It must not wait for a file that has no room. */
    @Test
    void nameWhatIsTooLarge() {
        PlayedMarketing marketing = answers().says("00000");
        awaitEnd(Xinzheng.approved("证".repeat(3_000_000)), "delivered");
        List<JsonNode> files = List.of(
                marketing.asked().get(0).at("/data/files/0"),
                marketing.asked().get(0).at("/data/files/2"));
        assertThat(files.get(0).has("content")).isTrue();
        assertThat(files.get(1).has("content")).isFalse();
        assertThat(files.get(1).path("fileSize").asText()).isEqualTo("9000000");
        assertThat(files.get(1).path("sm3").asText()).hasSize(64);
    }

    @Test
    void areThereOnceThoughTheAnswerNeverCame() {
        plays(Faults.of(Fault.TIME_OUT_AFTER_SUCCESS));
        String filing = Xinzheng.approved("电子证照");
        awaitEnd(filing, "delivered");
        await().until(() -> narration.stream().anyMatch(line -> line.startsWith("审批结果 " + filing)));
        assertThat(narration)
                .filteredOn(line -> line.startsWith("审批结果 " + filing))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("通过 证明 ").endsWith("文件 3 个"));
    }

    @Test
    void areAskedAboutBeforeTheyAreSentAgain() {
        PlayedMarketing marketing =
                answers().says(502, "").says("00001").says("00004").says("00001");
        String filing = Xinzheng.approved("电子证照");
        awaitEnd(filing, "refused");
        assertThat(marketing.services()).containsExactly(RESULT, ASK, RESULT, ASK);
        assertThat(marketing.asked().stream()
                        .map(asked -> asked.at("/data/msgNo").asText())
                        .distinct())
                .containsExactly(number(filing));
        assertThat(marketing.asked().get(1).path("data").properties()).hasSize(1);
    }
}
