package org.dianqiao.sandbox.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import org.dianqiao.MovedClock;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a national platform that has a fault. */
class NationalFaultsTest {

    private static final String PERSON = "{\"xm\":\"李卫东\",\"gmsfhm\":\"41010519900307123X\"}";
    private static final String ENTERPRISE = "{\"uniscid\":\"91410100MA7K3D2F5N\"}";
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final MovedClock clock = new MovedClock();

    @TempDir
    Path folder;

    private Callers callers;

    @AfterEach
    void close() {
        callers.close();
    }

    @Test
    void aRefreshedSecretIsLate() throws Exception {
        with(Fault.LATE_SECRET);
        String first = callers.secret();
        assertThat(population(first).statusCode()).isEqualTo(401);
        clock.pass(Duration.ofSeconds(5));
        assertThat(population(first).statusCode()).isEqualTo(200);
        String second = callers.secret();
        assertThat(population(second).statusCode()).isEqualTo(401);
        assertThat(population(first).statusCode()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(5));
        assertThat(population(second).statusCode()).isEqualTo(200);
        assertThat(population(first).statusCode()).isEqualTo(401);
    }

    @Test
    void aNewSecretIsMadeAndNeverTold() throws Exception {
        with(Fault.TIME_OUT_AFTER_SUCCESS);
        String[] headers = callers.headers("any", callers.kept("app-key"));
        assertThat(Plain.isLeftWaiting(callers.refreshing(), "", PATIENCE, headers))
                .isTrue();
        assertThat(population("guessed").statusCode()).isEqualTo(401);
    }

    @Test
    void errorsComeAsTextWith200() throws Exception {
        with(Fault.TEXT_ERRORS);
        HttpResponse<byte[]> answer = population("guessed");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
    }

    @Test
    void numbersLoseTheirQuotes() throws Exception {
        with(Fault.LEADING_ZEROS);
        assertThat(callers.ask(NationalPlatform.POPULATION, PERSON).path("ppjg").isNumber())
                .isTrue();
    }

    @Test
    void anotherEncodingComesThanIsTold() throws Exception {
        with(Fault.GBK);
        HttpResponse<byte[]> answer = callers.post(NationalPlatform.ENTERPRISE, callers.secret(), ENTERPRISE);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(new String(answer.body(), Charset.forName("GBK"))).contains("河南中原置业有限公司");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS", "HUGE"})
    void anAnswerGoesOn(Fault fault) throws Exception {
        with(fault);
        String sid = NationalPlatform.POPULATION;
        String[] headers = callers.headers(sid, callers.secret());
        assertThat(Plain.swallowed(callers.service(sid), PERSON, 32 << 20, headers))
                .isGreaterThanOrEqualTo(32 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT_METADATA, http://169.254.169.254/latest/meta-data/",
        "REDIRECT_FILE, file:///etc/passwd",
    })
    void anAnswerLeadsElsewhere(Fault fault, String where) throws Exception {
        with(fault);
        HttpResponse<byte[]> answer = population(callers.secret());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(where);
    }

    @Test
    void codesFailTheirCheck() throws Exception {
        with(Fault.WRONG_CHECK);
        assertThat(enterprise().path("uniscid").asText()).isEqualTo("91410100MA7K3D2F57");
    }

    @Test
    void theAnswerIsAboutAnother() throws Exception {
        with(Fault.SWAPPED);
        assertThat(enterprise().path("entname").asText()).isEqualTo("济南市历下区泉城麦香烘焙坊");
        assertThat(callers.ask(NationalPlatform.POPULATION, PERSON).path("ppjg").asText())
                .isEqualTo("0");
    }

    @Test
    void theAnswerIsSlow() throws Exception {
        callers = Callers.open(folder, Faults.none().slow(Duration.ofMinutes(1)), clock);
        assertThat(Plain.isLeftWaiting(callers.service(NationalPlatform.POPULATION), PERSON, PATIENCE))
                .isTrue();
    }

    private JsonNode enterprise() throws Exception {
        return callers.ask(NationalPlatform.ENTERPRISE, ENTERPRISE)
                .path("records")
                .path(0);
    }

    private HttpResponse<byte[]> population(String secret) throws Exception {
        return callers.post(NationalPlatform.POPULATION, secret, PERSON);
    }

    private void with(Fault fault) throws Exception {
        callers = Callers.open(folder, Faults.of(fault), clock);
    }
}
