package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by OpenID Connect, with a real provider and all the steps of the way. */
class SignOnTest {

    private static final OpenIdProvider CITY = CityGateway.CITY;

    private final Visitor visitor = new Visitor(CityGateway.url());

    @BeforeEach
    void wangFangComes() {
        CITY.person(person("operator"), "{}");
    }

    @Test
    void offersTheProvidersOnTheLoginPage() {
        assertThat(visitor.get("/login").body())
                .contains("使用 郑州市统一身份认证 登录", "/oauth2/authorization/city", "使用 county 登录");
    }

    @Test
    void letsInWhoeverTheProviderKnowsUnderTheirNameAndRole() {
        assertThat(visitor.signIn("city")).isEqualTo(CityGateway.url() + "/");
        assertThat(visitor.get("/").body()).contains("wang.fang", "值班员");
        assertThat(visitor.get("/holds").statusCode()).isEqualTo(403);
    }

    @Test
    void takesTheRolesThatAreToldOnlyAtTheUserInfoEndpoint() {
        CITY.person("{\"preferred_username\": \"zhao.min\"}", "{\"realm_access\": {\"roles\": [\"auditor\"]}}");
        visitor.signIn("city");
        assertThat(visitor.get("/").body()).contains("zhao.min", "审计员");
        assertThat(visitor.get("/holds").statusCode()).isEqualTo(200);
    }

    @Test
    void believesATokenUnderAnEllipticKeyToo() {
        CITY.signs(TokenKey.ec());
        assertThat(visitor.signIn("city")).isEqualTo(CityGateway.url() + "/");
    }

    @Test
    void leadsBackToThePageThatOneWanted() {
        assertThat(Visitor.location(visitor.get("/partners"))).isEqualTo(CityGateway.url() + "/login");
        assertThat(visitor.signIn("city")).startsWith(CityGateway.url() + "/partners");
    }

    @Test
    void leavesWhoHasNoRoleOutsideAndSaysSo() {
        CITY.person(person("tea-maker"), "{}");
        String door = visitor.signIn("city");
        assertThat(visitor.get(door).body())
                .contains("身份认证已通过，但没有为您授予本系统的任何角色，请联系管理员。")
                .contains("您在“郑州市统一身份认证”仍处于登录状态。", CITY.issuer() + "/leave?client_id=dianqiao");
        assertThat(visitor.hasSession()).isFalse();
        assertThat(Visitor.location(visitor.get("/"))).isEqualTo(CityGateway.url() + "/login");
    }

    @Test
    void endsTheSessionAndSaysWhereOneIsStillSignedIn() {
        visitor.signIn("city");
        String door = Visitor.location(visitor.post("/logout", ""));
        assertThat(visitor.get(door).body())
                .contains("您已退出登录。", "您在“郑州市统一身份认证”仍处于登录状态。", CITY.issuer() + "/leave?client_id=dianqiao");
        assertThat(Visitor.location(visitor.get("/"))).isEqualTo(CityGateway.url() + "/login");
    }

    @Test
    void doesNotBelieveATokenThatIsNotForThisSignIn() {
        assertRefused(token -> token.put("nonce", "another"));
        assertRefused(token -> token.remove("nonce"));
    }

    @Test
    void doesNotBelieveATokenThatIsOver() {
        long now = CityGateway.CLOCK.instant().getEpochSecond();
        assertRefused(token -> token.put("iat", now - 600).put("exp", now - 120));
    }

    @Test
    void doesNotBelieveATokenOfAnotherProviderOrForAnother() {
        assertRefused(token -> token.put("iss", "https://elsewhere.example"));
        assertRefused(token -> token.put("aud", "another-client"));
    }

    @Test
    void doesNotBelieveATokenThatTheProviderDidNotSign() {
        CITY.forges();
        assertRefused(token -> {});
    }

    @Test
    void doesNotTakeAnotherStateAnotherBrowserOrTheSameTwice() {
        String back = visitor.agree("city");
        assertNotBegun(visitor.get(back.replaceAll("state=[^&]*", "state=another")));
        String again = visitor.agree("city");
        assertNotBegun(new Visitor(CityGateway.url()).get(again));
        assertThat(Visitor.location(visitor.get(again))).isEqualTo(CityGateway.url() + "/");
        assertNotBegun(visitor.get(again));
    }

    @Test
    void saysInWordsWhyNobodyCameIn() {
        assertThat(visitor.get("/login?failed=not-begun&at=city").body()).contains("这次登录不是从本页开始的");
        assertThat(visitor.get("/login?failed=whatever").body()).doesNotContain("whatever");
    }

    @Test
    void isToldThatSomebodyDidNotWantTo() {
        String back = visitor.agree("city").replaceAll("code=[^&]*", "error=access_denied");
        assertThat(visitor.get(Visitor.location(visitor.get(back))).body()).contains("登录已取消");
    }

    @Test
    void givesNoSessionToWhoeverIsOnTheirWay() {
        visitor.agree("city");
        assertThat(visitor.cookies()).contains("sign-in").doesNotContain("JSESSIONID");
    }

    @Test
    void goesOnWithoutAProviderThatIsDownAndFindsItWhenItIsThere() {
        String door = Visitor.location(visitor.get("/oauth2/authorization/county"));
        assertThat(visitor.get(door).body()).contains("该身份认证系统暂时没有响应", "沙箱环境");
        Visitor another = new Visitor(CityGateway.url());
        assertThat(another.signIn("city")).isEqualTo(CityGateway.url() + "/");

        CityGateway.COUNTY.person(person("viewer"), "{}");
        CityGateway.COUNTY.openAgain();
        await().until(() ->
                Visitor.location(visitor.get("/oauth2/authorization/county")).startsWith(CityGateway.COUNTY.issuer()));
        assertThat(visitor.signIn("county")).isEqualTo(CityGateway.url() + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/authorization/nobody", "/login/oauth2/code/nobody?code=a&state=b"})
    void knowsNoOtherProviders(String path) {
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    }

    private void assertRefused(Consumer<ObjectNode> how) {
        CITY.bend(how);
        String door = visitor.signIn("city");
        assertThat(visitor.get(door).body()).contains("身份认证没有成功");
        assertThat(visitor.hasSession()).isFalse();
    }

    private void assertNotBegun(HttpResponse<String> answer) {
        assertThat(Visitor.location(answer)).endsWith("/login?failed=not-begun&at=city");
    }

    /** As Keycloak tells it. */
    private static String person(String role) {
        return "{\"preferred_username\": \"wang.fang\", \"realm_access\": {\"roles\": [\"offline_access\", \"%s\"]}}"
                .formatted(role);
    }
}
