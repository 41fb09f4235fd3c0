package org.dianqiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a licence service does wrong gets no further than the ledger. */
@ExtendWith(OutputCaptureExtension.class)
class LicenceServiceThatFailsTest extends AskingForLicences {

    private static final ObjectNode ONE = Plots.object().put("identifier", DEVELOPERS_LICENCE);

    @ParameterizedTest
    @CsvSource({
        "WRONG_CHECK, /licences/0/identifier 第 75 位：校验位应为",
        "GBK, it is not UTF-8",
        "SWAPPED, 所答并非所问",
        "LEADING_ZEROS, 应为文字",
    })
    void isFoundOut(Fault fault, String sentence) {
        service(Faults.of(fault), IN_CLEAR);
        Parcel question = question("licence.lookup", ONE);
        assertNoAnswer(post(question), question, sentence);
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void saysAnErrorInTextWith200() {
        service(Faults.of(Fault.TEXT_ERRORS), IN_CLEAR);
        Parcel question = question("licence.lookup", of(DEVELOPER, SPECIAL_WORKS));
        assertNoAnswer(post(question), question, "100 电桥无权访问此类证照");
        assertThat(outcomes()).containsExactly("refused");
    }

    @Test
    void answersAnotherHoldersLicences() {
        service(Faults.of(Fault.SWAPPED), IN_CLEAR);
        Parcel question = question("licence.lookup", of(DEVELOPER, BUSINESS));
        assertNoAnswer(post(question), question, "所答并非所问（/licences/0/type）");
        assertThat(outcomes()).containsExactly("answered");
    }

    /** All calls together have as long as one: five times four seconds would be twenty. */
    @Test
    void isTooSlow() {
        service(Faults.of(Fault.SLOW), IN_CLEAR);
        Parcel question =
                question("licence.lookup", of(DEVELOPER, BUSINESS, ESTATE, CONSTRUCTOR, CONSTRUCTION, SPECIAL_WORKS));
        Instant asked = CLOCK.instant();
        assertRefused(post(question), question, 504, "provider-timeout");
        assertThat(Duration.between(asked, CLOCK.instant())).isLessThan(Duration.ofSeconds(16));
        assertThat(outcomes()).containsExactly("expired");
    }

    @Test
    void saysOfAHolderWhatNobodyKnows() throws IOException {
        String known = new String(told(), StandardCharsets.UTF_8);
        answersAlways(known.replace("\"czztdmlxdm\":\"001\"", "\"czztdmlxdm\":\"888\""));
        Parcel question = question("licence.lookup", ONE);
        assertNoAnswer(post(question), question, "代码表 holder-code-types 中没有");
        assertThat(outcomes()).containsExactly("expired");
    }

    @Test
    void isToldToTheOperatorWithoutAWordOfWhomItIsAbout(CapturedOutput log) throws IOException {
        service(Faults.of(Fault.SWAPPED), IN_CLEAR);
        post(question("licence.lookup", of(DEVELOPER, BUSINESS)));
        service(Faults.of(Fault.WRONG_CHECK), IN_CLEAR);
        post(question("licence.lookup", of(MANAGER, CONSTRUCTOR)));
        assertThat(log)
                .contains(SERVICE + " licence.lookup ", "the answer is about another", "does not fit its contract")
                .doesNotContain("中原置业", "李卫东", DEVELOPER, MANAGER, Files.readString(token()));
    }

    @Test
    void knowsUsNoLonger() {
        answersAlways("{\"head\":{\"status\":11,\"message\":\"李卫东\"}}");
        Parcel question = question("licence.lookup", ONE);
        assertNoAnswer(post(question), question, "11 电桥的账号未通过证照服务的身份验证");
        assertThat(outcomes()).containsExactly("refused");
    }

    @Test
    void givesOneTypeAndNotTheOther() {
        Parcel question = question("licence.lookup", of(DEVELOPER, BUSINESS, SPECIAL_WORKS));
        assertNoAnswer(post(question), question, "100 电桥无权访问此类证照");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "系统繁忙，请稍后再试",
                "{\"head\":{\"status\":0}}",
                "{\"head\":{\"status\":0},\"data\":{}}",
                "{\"head\":{\"status\":0},\"data\":\"00\"}",
                "{\"head\":{\"status\":0},\"data\":\"下载链接无效\"}",
                "{\"head\":{\"status\":0},\"data\":{\"certData\":\"04AB\"}}",
                "{\"head\":{\"status\":0},\"data\":{\"certData\":{}}}",
                "{\"head\":{\"status\":0},\"data\":{\"certData\":[{}]}}",
                "{\"head\":{\"status\":5},\"data\":{\"certData\":[]}}",
                "{\"head\":{\"status\":\"\"},\"data\":{\"certData\":[]}}",
                "{\"head\":{\"status\":0},\"head\":{\"status\":10},\"data\":{}}",
            })
    void saysNothingThatCounts(String answer) {
        answersAlways(answer);
        Parcel question = question("licence.lookup", ONE);
        assertNoAnswer(post(question), question, "答复单位未能给出有效的答复");
        assertThat(outcomes()).containsExactly("expired");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersWithoutEnd(boolean saysHowLong) {
        long length = saysHowLong ? 1L << 30 : 0;
        answers(call -> {
            call.sendResponseHeaders(200, length);
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (long sent = 0; sent < 1L << 30; sent += blanks.length) {
                call.getResponseBody().write(blanks);
            }
        });
        Parcel question = question("licence.lookup", ONE);
        assertNoAnswer(post(question), question, "答复单位未能给出有效的答复");
        assertThat(outcomes()).containsExactly("expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data/", "file:///etc/passwd"})
    void leadsElsewhere(String where) {
        answers(call -> {
            call.getResponseHeaders().set("Location", where);
            call.sendResponseHeaders(302, -1);
        });
        Parcel question = question("licence.lookup", ONE);
        assertNoAnswer(post(question), question, "答复单位未能给出有效的答复");
        assertThat(outcomes()).containsExactly("expired");
    }
}
