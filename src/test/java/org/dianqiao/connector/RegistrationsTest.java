package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dianqiao.Draft;
import org.dianqiao.Plots;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Refusal;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The market regulator tells through the national platform, in its own fields, which enterprises were registered. */
class RegistrationsTest extends AskingTheNationalPlatform {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicLong LAST = new AtomicLong();

    /** Nobody else has this number. */
    private final String code = "91410105MA9K7%04dX".formatted(NUMBER.incrementAndGet());

    private final List<String> narration = new CopyOnWriteArrayList<>();
    private @Nullable Way way;

    @Override
    @Nullable
    Way way() {
        return way;
    }

    @Test
    void becomeLeadsOfTheUtilityOfTheirPlace() throws Exception {
        opened(Faults.none());
        String registration = registration().toString();
        assertThat(answer(told(registration, signed()))).isEqualTo("0 成功");
        JsonNode lead = lead();
        assertThat(lead.path("origin").asText()).isEqualTo("enterprise");
        assertThat(lead.at("/owner/name").asText()).isEqualTo("郑州郑东云谷开发有限公司");
        assertThat(lead.at("/site/regionCode").asText()).isEqualTo(Plots.ZHENGZHOU);
        assertThat(lead.at("/registration/wantsSupply").asBoolean()).isTrue();
        assertThat(lead.at("/registration/contact/phone").asText()).isEqualTo("13700000001");
        assertThat(lead.at("/attested/0/origin").asText()).isEqualTo("enterprise");
        assertThat(lead.at("/attested/0/of").asText()).isEqualTo(REGULATOR);
        assertThat(lead.at("/attested/0/means").asText()).isEqualTo("gjgxjhpt");
        assertThat(lead.has("hint")).isFalse();
        assertThat(entries(registration)).singleElement().satisfies(entry -> {
            assertThat(entry.get("service")).isEqualTo("enterprise.registered");
            assertThat(entry.get("outcome")).isEqualTo("accepted");
            JsonNode manifest = JSON.readTree((byte[]) entry.get("manifest"));
            assertThat(manifest.path("from").asText()).isEqualTo(REGULATOR);
            assertThat(manifest.at("/attested/of").asText()).isEqualTo(REGULATOR);
            assertThat(manifest.at("/attested/means").asText()).isEqualTo("gjgxjhpt");
            assertThat(manifest.path("parts").findValuesAsText("name")).containsExactly("payload", "original");
        });
    }

    @Test
    void areToldByThePlatformItselfOnceItHasGivenASecret() throws Exception {
        way = new Way(door(), Duration.ofMillis(10), narration::add);
        opened(Faults.none());
        await().until(() -> !leads("91410105MA9K7P3QXU").isEmpty());
        await().until(() -> narration.contains("设立登记 郑州郑东云谷开发有限公司 -> 0"));
    }

    @ParameterizedTest
    @CsvSource({"0", "''"})
    void areHintsWhereNobodyAsksForSupply(String wish) throws Exception {
        opened(Faults.none());
        assertThat(answer(told(registration().put("sfxyyd", wish).toString(), signed())))
                .isEqualTo("0 成功");
        assertThat(lead().path("hint").asBoolean()).isTrue();
    }

    @Test
    void areOneHoweverOftenTheyAreTold() throws Exception {
        opened(Faults.none());
        String registration = registration().toString();
        assertThat(answer(told(registration, signed()))).isEqualTo("0 成功");
        assertThat(answer(told(registration, signed()))).isEqualTo("0 成功");
        assertThat(entries(registration)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "uniscid, '', uniscid 必填项未填",
        "entname, '', entname 必填项未填",
        "dom, '', dom 必填项未填",
        "domdistrict, '', domdistrict 必填项未填",
        "domdistrict, 41010, /domdistrict",
        "domdistrict, 999999, domdistrict 行政区划表中没有 999999",
        "domdistrict, 419900, domdistrict 行政区划表中没有 419900",
        "regstate, 2, regstate 不是新设登记，登记状态为 licence-revoked",
        "regstate, 3, regstate 不是新设登记，登记状态为 deregistered",
        "regstate, 5, regstate 不是新设登记，登记状态为 annulled",
        "regstate, 7, /regstate",
        "uniscid, 91410105MA9K7P3QXU91410105MA9K7P3QXU91410105MA9K7P3QXU91410105MA9K7P3QXU, uniscid ",
        "estdate, 2026-02-30, /estdate",
        "sfxyyd, 2, /sfxyyd",
    })
    void thatCannotBeTakenAreToldWhyInTheirFields(String field, String value, String told) throws Exception {
        opened(Faults.none());
        String registration = registration().put(field, value).toString();
        assertThat(answer(told(registration, signed()))).startsWith("5001 ").contains(told);
        assertThat(entries(registration))
                .extracting(entry -> entry.get("outcome"))
                .containsExactly("contract-violated");
    }

    @Test
    void areRefusedWhereTheyAreNoJson() throws Exception {
        opened(Faults.none());
        String broken = "{\"uniscid\":\"" + code + "\"";
        assertThat(answer(told(broken, signed()))).startsWith("5001 ").contains("JSON");
        assertThat(entries(broken)).hasSize(1);
    }

    /** A second one of the same millisecond, or whoever has seen the first. */
    @Test
    void areToldAgainLaterWhereTheirHeadersHaveComeBefore() throws Exception {
        opened(Faults.none());
        Map<String, String> headers = signed();
        assertThat(answer(told(registration().toString(), headers))).isEqualTo("0 成功");
        String another = registration().put("lxr", "同一毫秒").toString();
        assertThat(answer(told(another, headers))).isEqualTo("5000 处理异常，请稍后重发");
        assertThat(entries(another)).isEmpty();
        assertThat(answer(told(another, signed()))).isEqualTo("0 成功");
        assertThat(entries(another)).hasSize(1);
    }

    /** Who has seen a question of ours has headers that are signed with the same secret. */
    @Test
    void areNotLetInWithTheHeadersOfAQuestionOfOurs() throws Exception {
        opened(Faults.none());
        assertNotLetIn(signed(known()));
    }

    @Test
    void areNotLetInWithAnotherSignature() throws Exception {
        opened(Faults.none());
        Map<String, String> headers = signed();
        headers.put("gjgxjhpt_sign", signed(known().asking("registered")).get("gjgxjhpt_sign"));
        assertNotLetIn(headers);
    }

    @Test
    void areToldAgainLaterWhileThePlatformGivesNoSecret() throws Exception {
        openedWithoutSecret(Faults.of(Fault.TIME_OUT_AFTER_SUCCESS));
        String registration = registration().toString();
        Map<String, String> headers =
                new NationalHeaders().headers(credentials().asking("registered"), CLOCK.instant(), UUID.randomUUID());
        assertThat(answer(told(registration, headers))).isEqualTo("5000 处理异常，请稍后重发");
        assertThat(entries(registration)).isEmpty();
    }

    private void assertNotLetIn(Map<String, String> headers) throws Exception {
        String registration = registration().put("lxr", "不应收下").toString();
        HttpResponse<String> answer = told(registration, headers);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("bad-signature");
        assertThat(entries(registration)).isEmpty();
    }

    private ObjectNode registration() {
        return Plots.object()
                .put("uniscid", code)
                .put("entname", "郑州郑东云谷开发有限公司")
                .put("regstate", "1")
                .put("name", "李卫东")
                .put("dom", "河南省郑州市金水区龙湖中环路" + code.substring(13, 17) + "号")
                .put("domdistrict", Plots.ZHENGZHOU)
                .put("estdate", "2026-09-15")
                .put("lxr", "赵敏")
                .put("tel", "13700000001")
                .put("sfxyyd", "1");
    }

    private static URI door() {
        return gateway().resolve("/connect/v1/" + REGULATOR + "/national-platform/registered");
    }

    private static HttpResponse<String> told(String registration, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(door())
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(BodyPublishers.ofString(registration));
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Code and sentence. */
    private static String answer(HttpResponse<String> told) throws IOException {
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        JsonNode answer = JSON.readTree(told.body());
        return answer.path("code").asText() + " " + answer.path("message").asText();
    }

    private static Map<String, String> signed() {
        return signed(known().asking("registered"));
    }

    /** Each in a millisecond of its own. */
    private static Map<String, String> signed(Credentials credentials) {
        long now = LAST.updateAndGet(before -> Math.max(before + 1, CLOCK.millis()));
        return new NationalHeaders().headers(credentials, Instant.ofEpochMilli(now), UUID.randomUUID());
    }

    /** With the secret that the platform has given us, and signs with itself. */
    private static Credentials known() {
        Credentials credentials = credentials();
        return credentials.signingWith(bean(RefreshedSecrets.class).inForce(credentials));
    }

    private static Credentials credentials() {
        SecretPlaces secrets = new SecretPlaces(home(), System.getenv());
        return Partners.read(home().resolve("mappings/partners"), bean(Catalogue.class), secrets, "gateway")
                .find(REGULATOR)
                .map(Partner::endpoint)
                .orElseThrow()
                .credentials();
    }

    /** As the grid was told of it. */
    private JsonNode lead() {
        await().until(() -> !leads(code).isEmpty());
        return leads(code).get(0);
    }

    private static List<ObjectNode> leads(String code) {
        return gridHeard().stream()
                .filter(heard -> heard.service().equals("lead.assigned"))
                .map(RegistrationsTest::payload)
                .filter(lead -> lead.at("/owner/idNo").asText().equals(code))
                .toList();
    }

    private static ObjectNode payload(Incoming heard) {
        try {
            return heard.payload();
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the ledger has of a call that brought exactly this. */
    private static List<Map<String, Object>> entries(String original) {
        String digest = Draft.sm3(original.getBytes(StandardCharsets.UTF_8));
        return database()
                .sql("SELECT * FROM ledger_entry WHERE direction = 'in' AND partner = ?")
                .param(REGULATOR)
                .query()
                .listOfRows()
                .stream()
                .filter(entry -> new String((byte[]) entry.get("manifest"), StandardCharsets.UTF_8).contains(digest))
                .toList();
    }
}
