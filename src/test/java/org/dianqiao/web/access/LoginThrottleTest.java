package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dianqiao.MovedClock;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String GUESSER = "192.0.2.7";

    private final MovedClock clock = new MovedClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void makesAnAddressWaitAfterFiveFailures() {
        fail(LoginThrottle.ATTEMPTS - 1);
        assertThat(throttle.admits(GUESSER)).isTrue();

        fail(1);
        assertThat(throttle.admits(GUESSER)).isFalse();
        assertThat(throttle.admits("192.0.2.8")).isTrue();
    }

    @Test
    void letsItTryAgainAfterTheMinute() {
        fail(LoginThrottle.ATTEMPTS);
        clock.pass(LoginThrottle.PAUSE.minusMillis(1));
        assertThat(throttle.admits(GUESSER)).isFalse();

        clock.pass(Duration.ofMillis(1));
        assertThat(throttle.admits(GUESSER)).isTrue();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(LoginThrottle.ATTEMPTS - 1);
        throttle.succeeded(GUESSER);
        fail(LoginThrottle.ATTEMPTS - 1);

        assertThat(throttle.admits(GUESSER)).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(GUESSER);
        }
    }
}
