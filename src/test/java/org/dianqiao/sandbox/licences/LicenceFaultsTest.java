package org.dianqiao.sandbox.licences;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.dianqiao.MovedClock;
import org.dianqiao.codes.Check;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a licence service that has a fault. */
class LicenceFaultsTest {

    private static final String QUESTION =
            "{\"certIdentifier\":\"" + Licences.DEVELOPERS_LICENCE + "\",\"useCause\":\"用电报装\"}";
    private static final Duration PATIENCE = Duration.ofMillis(400);

    @TempDir
    Path folder;

    private Licences licences;

    @AfterEach
    void close() {
        licences.close();
    }

    @Test
    void singleUseIsTakenAway() throws Exception {
        with(new Faults(Set.of(), Duration.ZERO));
        URI link = link();
        assertThat(Plain.get(link).body()).hasSizeGreaterThan(10_000);
        assertThat(Plain.get(link).body()).hasSizeGreaterThan(10_000);
    }

    @Test
    void errorsComeAsTextWith200() throws Exception {
        with(Faults.of(Fault.TEXT_ERRORS));
        HttpResponse<byte[]> denied = licences.post("dianqiao", "queryCertInfo", "{}");
        HttpResponse<byte[]> file = Plain.get(link());
        assertThat(denied.statusCode()).isEqualTo(200);
        assertThat(denied.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/ofd");
        assertThat(Plain.text(file)).isEqualTo("系统繁忙，请稍后再试");
    }

    @Test
    void numbersLoseTheirLeadingZeros() throws Exception {
        with(Faults.of(Fault.LEADING_ZEROS));
        JsonNode licence = licences.ask("queryCertInfo", QUESTION).path("data").path("certData");
        assertThat(licence.path("czztdmlxdm").isInt()).isTrue();
        assertThat(licence.path("czztdmlxdm").intValue()).isEqualTo(1);
        assertThat(licence.path("czztdm").asText()).isEqualTo(Licences.DEVELOPER);
    }

    @Test
    void anotherEncodingComesThanIsTold() throws Exception {
        with(Faults.of(Fault.GBK));
        HttpResponse<byte[]> answer = licences.post("dianqiao", "queryCertInfo", QUESTION);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(new String(answer.body(), Charset.forName("GBK"))).contains("河南中原置业有限公司");
        assertThat(Plain.text(answer)).doesNotContain("河南中原置业有限公司");
    }

    @Test
    void aFileIsUsedUpAndNeverCame() throws Exception {
        with(Faults.of(Fault.TIME_OUT_AFTER_SUCCESS));
        URI link = link();
        assertThat(Plain.isLeftWaiting(link, "", PATIENCE)).isTrue();
        assertThat(Plain.text(Plain.get(link))).isEqualTo("下载链接无效或已被使用");
    }

    @Test
    void aFileNeverEnds() throws Exception {
        with(Faults.of(Fault.ENDLESS));
        assertThat(Plain.swallowed(link(), "", 64 << 20)).isGreaterThanOrEqualTo(64 << 20);
    }

    @Test
    void aFileIsOfAGibibyte() throws Exception {
        with(Faults.of(Fault.HUGE));
        assertThat(Plain.swallowed(link(), "", 1 << 20)).isGreaterThanOrEqualTo(1 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT_METADATA, http://169.254.169.254/latest/meta-data/",
        "REDIRECT_FILE, file:///etc/passwd",
    })
    void aFileLeadsElsewhere(Fault fault, String where) throws Exception {
        with(Faults.of(fault));
        HttpResponse<byte[]> answer = Plain.get(link());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(where);
    }

    @Test
    void identifiersFailTheirCheck() throws Exception {
        with(Faults.of(Fault.WRONG_CHECK));
        String identifier = licences.ask("queryCertInfo", QUESTION)
                .path("data")
                .path("certData")
                .path("cert_identifier")
                .asText();
        assertThat(LicenceIdentifier.check(identifier).verdict()).isNotEqualTo(Check.Verdict.VALID);
    }

    @Test
    void theAnswerIsAboutAnother() throws Exception {
        with(Faults.of(Fault.SWAPPED));
        JsonNode licence = licences.ask("queryCertInfo", QUESTION).path("data").path("certData");
        assertThat(licence.path("cert_identifier").asText()).isNotEqualTo(Licences.DEVELOPERS_LICENCE);
    }

    @Test
    void theAnswerIsSlow() throws Exception {
        with(Faults.none().slow(Duration.ofMinutes(1)));
        URI address = licences.service().address().resolve("/CertShare/queryCertInfo");
        assertThat(Plain.isLeftWaiting(address, QUESTION, PATIENCE)).isTrue();
    }

    private void with(Faults faults) throws Exception {
        licences = Licences.open(folder, faults, new MovedClock());
    }

    private URI link() throws Exception {
        return licences.link(Licences.DEVELOPERS_LICENCE);
    }
}
