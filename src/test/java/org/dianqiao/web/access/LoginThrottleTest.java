package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        clock.now = clock.now.plus(LoginThrottle.PAUSE).minusMillis(1);
        assertThat(throttle.admits(GUESSER)).isFalse();

        clock.now = clock.now.plusMillis(1);
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

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
