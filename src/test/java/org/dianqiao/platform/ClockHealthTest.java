package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.dianqiao.WithGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

/** A clock that goes wrong is told by the database's. */
class ClockHealthTest extends WithGateway {

    @Test
    void isWellWhereBothTellTheSameTime() {
        assertThat(bean(HealthEndpoint.class).healthForPath("clock").getStatus())
                .isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {-4, 4})
    void toleratesALittle(long seconds) {
        assertThat(skewed(seconds).getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -6, 6, 3600})
    void tellsAClockThatIsWrong(long seconds) {
        Health health = skewed(seconds);
        assertThat(health.getStatus().getCode()).isEqualTo("OUT_OF_STEP");
        assertThat((long) health.getDetails().get("aheadMillis"))
                .isBetween(seconds * 1000 - 1000, seconds * 1000 + 1000);
    }

    private static Health skewed(long seconds) {
        return new ClockHealth(database(), Clock.offset(CLOCK, Duration.ofSeconds(seconds))).health();
    }
}
