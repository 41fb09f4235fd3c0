package org.dianqiao.sandbox.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a marketing system that has a fault. */
class MarketingFaultsTest {

    private static final String APPLICATION = Utility.application("河南省郑州市金水区杨金路");
    private static final String ENVELOPE = Utility.envelope("20001780", APPLICATION);
    private static final String QUESTION = "{\"preAppNo\":\"" + Utility.NUMBER + "\"}";
    private static final Duration PATIENCE = Duration.ofMillis(400);

    @TempDir
    Path folder;

    private Utility utility;

    @AfterEach
    void close() {
        utility.close();
    }

    @Test
    void anApplicationIsTakenAndNeverAnswered() throws Exception {
        with(Fault.TIME_OUT_AFTER_SUCCESS);
        assertThat(Plain.isLeftWaiting(utility.address("20001780"), ENVELOPE, PATIENCE))
                .isTrue();
        assertThat(utility.ask("20001781", QUESTION).path("code").asText()).isEqualTo("00000");
        await().until(() -> utility.states().contains("11"));
    }

    @Test
    void statesAreToldTheWrongWayRound() throws Exception {
        with(Fault.OUT_OF_ORDER);
        utility.post("20001780", APPLICATION);
        await().until(() -> utility.told.size() == 6);
        assertThat(utility.states()).containsExactly("11", "10", "9", "8", "3", "1");
    }

    @Test
    void numbersLoseTheirLeadingZeros() throws Exception {
        with(Fault.LEADING_ZEROS);
        assertThat(utility.ask("20001780", APPLICATION).path("code").isInt()).isTrue();
        await().until(() -> !utility.told.isEmpty());
        assertThat(utility.told.get(0).path("preAppNo").isNumber()).isTrue();
        assertThat(utility.told.get(0).path("preAppNo").asText()).isEqualTo(Utility.NUMBER.substring(1));
    }

    @Test
    void errorsComeAsTextWith200() throws Exception {
        with(Fault.TEXT_ERRORS);
        HttpResponse<byte[]> answer = utility.post("20001780", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(utility.ask("20001780", APPLICATION).path("code").asText()).isEqualTo("00000");
    }

    @Test
    void anotherEncodingComesThanIsTold() throws Exception {
        with(Fault.GBK);
        HttpResponse<byte[]> answer = utility.post("20001780", APPLICATION);
        assertThat(new String(answer.body(), Charset.forName("GBK"))).contains("成功");
        assertThat(Plain.text(answer)).doesNotContain("成功");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS", "HUGE"})
    void anAnswerGoesOn(Fault fault) throws Exception {
        with(fault);
        assertThat(Plain.swallowed(utility.address("20001780"), ENVELOPE, 32 << 20))
                .isGreaterThanOrEqualTo(32 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT_METADATA, http://169.254.169.254/latest/meta-data/",
        "REDIRECT_FILE, file:///etc/passwd",
    })
    void anAnswerLeadsElsewhere(Fault fault, String where) throws Exception {
        with(fault);
        assertThat(utility.post("20001780", APPLICATION).headers().firstValue("Location"))
                .contains(where);
    }

    @Test
    void theAnswerIsSlow() throws Exception {
        utility = new Utility(folder, Faults.none().slow(Duration.ofMinutes(1)));
        assertThat(Plain.isLeftWaiting(utility.address("20001780"), ENVELOPE, PATIENCE))
                .isTrue();
    }

    private void with(Fault fault) throws Exception {
        utility = new Utility(folder, Faults.of(fault));
    }
}
