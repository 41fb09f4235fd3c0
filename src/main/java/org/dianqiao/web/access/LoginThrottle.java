package org.dianqiao.web.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.dianqiao.web.Newest;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Against guessing passwords: after five failures from one address it must wait a minute. Kept in memory only, for the
 * newest addresses: who has thousands of them is slowed by bcrypt.
 */
@Component
class LoginThrottle {

    static final int ATTEMPTS = 5;
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = Newest.of(ADDRESSES);

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {

        static final Failures NONE = new Failures(0, Instant.EPOCH);
    }

    synchronized boolean admits(String address) {
        return recent(address).count() < ATTEMPTS;
    }

    synchronized void failed(String address) {
        Failures next = new Failures(recent(address).count() + 1, clock.instant());
        failures.remove(address);
        failures.put(address, next);
    }

    synchronized void succeeded(String address) {
        failures.remove(address);
    }

    private Failures recent(String address) {
        Failures known = failures.getOrDefault(address, Failures.NONE);
        return clock.instant().isBefore(known.last().plus(PAUSE)) ? known : Failures.NONE;
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        address(event.getAuthentication(), this::failed);
    }

    @EventListener
    void on(AuthenticationSuccessEvent event) {
        address(event.getAuthentication(), this::succeeded);
    }

    private static void address(Authentication authentication, Consumer<String> then) {
        if (authentication.getDetails() instanceof WebAuthenticationDetails details) {
            then.accept(details.getRemoteAddress());
        }
    }
}
