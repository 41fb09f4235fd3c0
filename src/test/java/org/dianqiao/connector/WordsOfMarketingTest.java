package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a marketing system says in words of its own may be about a person, and may be made to look like ours. */
@ExtendWith(OutputCaptureExtension.class)
class WordsOfMarketingTest extends WithMarketing {

    private static final String SAID = "%s 张秘密 身份证 11010519491231002X 电话13712345678 已存在\\n"
            + "07:27:00.000 ERROR Forged line\\u001b[31m<script>alert(1)</script>";
    private static final List<String> PERSONAL = List.of("张秘密", "11010519491231002X", "13712345678");

    @ParameterizedTest
    @ValueSource(strings = {"99999", "00009"})
    void standInNoLog(String code, CapturedOutput log) {
        says(code, SAID.formatted("standInNoLog"));
        refused(applied());
        assertThat(log.getAll().lines().filter(line -> line.contains(GRID_OF_JINAN) && line.contains(code)))
                .isNotEmpty();
        assertThat(log).doesNotContain(PERSONAL).doesNotContain("Forged", "\u001b[31m", "<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "00009"})
    void areShownToOperatorsMaskedAndToNoViewer(String code) {
        String mark = "shown" + code;
        says(code, SAID.formatted(mark));
        refused(applied());
        assertThat(deliveries("operator"))
                .contains(mark + " 张秘密", "110105********002X", "137****5678 已存在 07:27:00.000 ERROR")
                .doesNotContain(PERSONAL.subList(1, 3))
                .doesNotContain("<script>alert", "\u001b");
        assertThat(deliveries("viewer")).contains(code).doesNotContain(mark, "张秘密");
    }

    @Test
    void areCutShort(CapturedOutput log) {
        says("99999", "如实".repeat(500_000));
        assertThat(refused(applied())).isEqualTo("99999\n" + "如实".repeat(100));
        assertThat(log).doesNotContain("如实");
    }

    /** A sentence may stand where a code should. */
    @Test
    void areNoCode(CapturedOutput log) {
        says("张秘密已存在", "如实");
        assertThat(refused(applied())).isEqualTo("without a code\n张秘密已存在 如实");
        assertThat(log).doesNotContain("张秘密");
    }

    private void says(String code, String text) {
        answers().says(200, """
                {"data":{"data":{"code":"%s","message":"%s"}}}""".formatted(code, text));
    }

    private static String refused(String application) {
        awaitEnd(application, "refused");
        return database().sql("""
            SELECT problem FROM dead_letter JOIN pre_application USING (partner, message_id)
            WHERE application_no = ?
            """).param(application).query(String.class).single();
    }

    private static String deliveries(String user) {
        Visitor visitor = new Visitor(gateway());
        visitor.post("/login", "username=" + user + "&password=");
        return visitor.get("/deliveries").body();
    }
}
