package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.dianqiao.MovedClock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

class BegunSignInsTest {

    private final MovedClock clock = new MovedClock();
    private final BegunSignIns begun = new BegunSignIns(clock);

    @Test
    void comesBackOnceWithItsStateAndInTime() {
        Cookie mine = begin("mine");
        clock.pass(Duration.ofMinutes(9));
        assertThat(back(mine, "mine")).isNotNull();
        assertThat(back(mine, "mine")).isNull();
    }

    @Test
    void isNotFoundWithAnotherStateOrWithoutItsCookie() {
        assertThat(back(begin("mine"), "yours")).isNull();
        assertThat(back(new Cookie("sign-in", "guessed"), "mine")).isNull();
        assertThat(begun.removeAuthorizationRequest(new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isNull();
    }

    @Test
    void isForgottenAfterTenMinutes() {
        Cookie mine = begin("mine");
        clock.pass(BegunSignIns.TIME);
        assertThat(back(mine, "mine")).isNull();
    }

    @Test
    void keepsTheNewestTenThousand() {
        Cookie eldest = begin("eldest");
        Cookie next = begin("next");
        for (int i = 0; i < 9_999; i++) {
            begin("flood");
        }
        assertThat(back(eldest, "eldest")).isNull();
        assertThat(back(next, "next")).isNotNull();
    }

    @Test
    void hidesItsCookieFromScriptsAndOtherSites() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        begun.saveAuthorizationRequest(asked("mine"), request, response);
        assertThat(response.getHeader("Set-Cookie"))
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/login/oauth2/code", "Max-Age=600");
    }

    private Cookie begin(String state) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        begun.saveAuthorizationRequest(asked(state), new MockHttpServletRequest(), response);
        return response.getCookie("sign-in");
    }

    private OAuth2AuthorizationRequest back(Cookie cookie, String state) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(cookie);
        request.setParameter("state", state);
        return begun.removeAuthorizationRequest(request, new MockHttpServletResponse());
    }

    private static OAuth2AuthorizationRequest asked(String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId("dianqiao")
                .authorizationUri("https://city.example/authorize")
                .state(state)
                .build();
    }
}
