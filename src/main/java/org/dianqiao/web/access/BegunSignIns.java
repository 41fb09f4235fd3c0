package org.dianqiao.web.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.web.Newest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Who went to a provider to sign in and is not back yet, known by a cookie. A stranger gets no session for it: there are
 * never more than so many of these, the newest. Each comes back once, within ten minutes, with the state that it left with.
 */
final class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final Duration TIME = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final String COOKIE = "sign-in";
    private static final String BACK = "/login/oauth2/code";

    private final Clock clock;
    private final Map<String, Begun> begun = Newest.of(MOST);

    BegunSignIns(Clock clock) {
        this.clock = clock;
    }

    private record Begun(OAuth2AuthorizationRequest asked, Instant at) {}

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        String key = UUID.randomUUID().toString();
        synchronized (begun) {
            begun.put(key, new Begun(asked, clock.instant()));
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(key, TIME, request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        synchronized (begun) {
            return key(request)
                    .map(begun::get)
                    .flatMap(found -> fitting(found, request))
                    .orElse(null);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        synchronized (begun) {
            return key(request)
                    .map(begun::remove)
                    .flatMap(found -> fitting(found, request))
                    .orElse(null);
        }
    }

    private Optional<OAuth2AuthorizationRequest> fitting(Begun found, HttpServletRequest request) {
        boolean inTime = clock.instant().isBefore(found.at().plus(TIME));
        return Optional.of(found.asked())
                .filter(asked -> inTime && asked.getState().equals(request.getParameter("state")));
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    /** It must come along when the provider sends the browser back: lax, not strict. */
    private static String cookie(String key, Duration time, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, key)
                .path(BACK)
                .maxAge(time)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
