package org.dianqiao.sandbox.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.dianqiao.MovedClock;
import org.dianqiao.codes.Check;
import org.dianqiao.codes.CreditCode;
import org.dianqiao.codes.UnitNumber;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The national platform's dialect, as an independent client meets it. */
class NationalPlatformTest {

    private static final String PERSON = "{\"xm\":\"李卫东\",\"gmsfhm\":\"41010519900307123X\"}";

    private final MovedClock clock = new MovedClock();

    @TempDir
    Path folder;

    private Callers callers;

    @BeforeEach
    void open() throws Exception {
        callers = Callers.open(folder, Faults.none(), clock);
    }

    @AfterEach
    void close() {
        callers.close();
    }

    @Test
    void signsAsThePublishedVectorDoes() {
        Signed vector =
                new Signed("11111111-2222-3333-4444-555555555555@df-1", "s_4100000000000_1", "1793030400000", "");
        assertThat(vector.signature("0123456789abcdef0123456789abcdef"))
                .isEqualTo("5QYWm5baGTdO8WpeChDocMZAaQqEFBTj9yjYd/KkNbM=");
    }

    @Test
    void givesASecretUnderTheAppKeyWithItsEnd() throws Exception {
        JsonNode answer =
                Callers.json(Plain.post(callers.refreshing(), "", callers.headers("any", callers.kept("app-key"))));
        assertThat(answer.path("code").asText()).isEqualTo("0");
        assertThat(answer.path("data").path("secretEndTime").asText())
                .isEqualTo(String.valueOf(
                        clock.instant().plus(Duration.ofMinutes(30)).toEpochMilli()));
    }

    @Test
    void givesNoSecretToWhoHasNotTheAppKey() throws Exception {
        HttpResponse<byte[]> answer = Plain.post(callers.refreshing(), "", callers.headers("any", callers.secret()));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("4004");
    }

    @Test
    void givesASecretToWhoWritesTheHeadersIntoTheBody() throws Exception {
        String[] headers = callers.headers("any", callers.kept("app-key"));
        String body = "{\"%s\":\"%s\",\"%s\":\"%s\",\"%s\":\"%s\",\"%s\":\"%s\"}".formatted((Object[]) headers);
        assertThat(Plain.post(callers.refreshing(), body).statusCode()).isEqualTo(200);
    }

    @Test
    void servesNobodyWithoutASecretThatHolds() throws Exception {
        String old = callers.secret();
        String fresh = callers.secret();
        assertThat(refused(old)).isEqualTo("4005");
        assertThat(callers.post(NationalPlatform.POPULATION, fresh, PERSON).statusCode())
                .isEqualTo(200);
        clock.pass(Duration.ofMinutes(30));
        assertThat(refused(fresh)).isEqualTo("4005");
        assertThat(refused("guessed")).isEqualTo("4004");
    }

    @Test
    void servesNobodyWhoseHeadersAreWrong() throws Exception {
        String secret = callers.secret();
        String sid = NationalPlatform.POPULATION;
        String late = String.valueOf(clock.millis() - Duration.ofMinutes(6).toMillis());
        String seconds = String.valueOf(clock.millis() / 1000);
        assertThat(code(Plain.post(callers.service(sid), PERSON))).isEqualTo("4001");
        assertThat(code(Plain.post(callers.service(sid), PERSON, callers.headers(sid, secret, late))))
                .isEqualTo("4003");
        assertThat(code(Plain.post(callers.service(sid), PERSON, callers.headers(sid, secret, seconds))))
                .isEqualTo("4003");
        assertThat(code(Plain.post(callers.service(sid), PERSON, callers.headers(NationalPlatform.FACE, secret))))
                .isEqualTo("4040");
        String[] stranger = callers.headers(sid, secret);
        stranger[1] = "stranger";
        assertThat(code(Plain.post(callers.service(sid), PERSON, stranger))).isEqualTo("4002");
    }

    @ParameterizedTest
    @CsvSource({
        "李卫东, 41010519900307123X, 1",
        "李伟东, 41010519900307123X, 0",
        "李卫东, 11010519491231002X, 2",
    })
    void saysWhetherANameBelongsToANumber(String name, String number, String result) throws Exception {
        String question = "{\"xm\":\"%s\",\"gmsfhm\":\"%s\"}".formatted(name, number);
        assertThat(callers.ask(NationalPlatform.POPULATION, question)
                        .path("ppjg")
                        .asText())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "41010519900307123X, FACE-LIWEIDONG-0001, 1, 96.52",
        "41010519900307123X, FACE-CHENGYUWEI-0001, 0, 31.08",
        "11010519491231002X, FACE-LIWEIDONG-0001, 2, ''",
    })
    void saysWhoseFaceItIs(String number, String token, String result, String likeness) throws Exception {
        JsonNode answer =
                callers.ask(NationalPlatform.FACE, "{\"gmsfhm\":\"%s\",\"rxpz\":\"%s\"}".formatted(number, token));
        assertThat(answer.path("ppjg").asText()).isEqualTo(result);
        assertThat(answer.path("xsd").asText()).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource({
        "91410100MA7K3D2F5N, 河南中原置业有限公司, 1, 0, VALID",
        "91341002MA8P7T4H6E, 黄山市徽韵茶业有限公司, 1, 1, VALID",
        "91410100MA9G2C4D3F, 河南旧城开发有限公司, 3, 0, VALID",
        "91350211M0000XUF46, 厦门集美旧码贸易有限公司, 1, 0, SUSPECT",
    })
    void tellsWhatIsRegisteredOfAnEnterprise(String code, String name, String state, int warnings, Check.Verdict check)
            throws Exception {
        JsonNode answer = callers.ask(NationalPlatform.ENTERPRISE, "{\"uniscid\":\"" + code + "\"}");
        assertThat(answer.path("records")).hasSize(1).first().satisfies(enterprise -> {
            assertThat(enterprise.path("entname").asText()).isEqualTo(name);
            assertThat(enterprise.path("regstate").asText()).isEqualTo(state);
            assertThat(enterprise.path("yjxx")).hasSize(warnings);
        });
        assertThat(CreditCode.check(code).verdict()).isEqualTo(check);
    }

    @Test
    void saysWhetherANameBelongsToACode() throws Exception {
        String right = "{\"uniscid\":\"91410100MA7K3D2F5N\",\"entname\":\"河南中原置业有限公司\"}";
        assertThat(callers.ask(NationalPlatform.ENTERPRISE_NAMED, right)
                        .path("ppjg")
                        .asText())
                .isEqualTo("1");
        assertThat(callers.ask(NationalPlatform.ENTERPRISE_NAMED, right.replace("中原", "中国"))
                        .path("ppjg")
                        .asText())
                .isEqualTo("0");
        assertThat(callers.ask(NationalPlatform.ENTERPRISE, "{\"uniscid\":\"91410100MA7K3D2F5P\"}")
                        .path("records"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bdcdyh, 410105003006GB00021W00000000, 1",
        "bdcqzh, 皖(2025)黄山市不动产权第0023456号, 1",
        "qlrzjh, 341002199206160011, 2",
        "qlrzjh, 440524188001010014, 0",
    })
    void tellsWhoOwnsWhat(String field, String value, int units) throws Exception {
        JsonNode answer = callers.ask(NationalPlatform.PROPERTY, "{\"" + field + "\":\"" + value + "\"}");
        assertThat(answer.path("records")).hasSize(units);
        assertThat(answer.path("total").asText()).isEqualTo(String.valueOf(units));
        assertThat(answer.path("records")).allSatisfy(unit -> assertThat(
                        UnitNumber.check(unit.path("bdcdyh").asText()).verdict())
                .isEqualTo(Check.Verdict.VALID));
    }

    @Test
    void saysWhatIsMissingInAQuestion() throws Exception {
        HttpResponse<byte[]> answer = callers.post(NationalPlatform.PROPERTY, callers.secret(), "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(code(answer)).isEqualTo("5001");
    }

    private String refused(String secret) throws Exception {
        HttpResponse<byte[]> answer = callers.post(NationalPlatform.POPULATION, secret, PERSON);
        assertThat(answer.statusCode()).isEqualTo(401);
        return code(answer);
    }

    private static String code(HttpResponse<byte[]> answer) throws Exception {
        return Callers.json(answer).path("code").asText();
    }
}
