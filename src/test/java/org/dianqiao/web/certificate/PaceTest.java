package org.dianqiao.web.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.dianqiao.MovedClock;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-03T02:15:30Z"));
    private final Pace pace = new Pace(clock);

    @Test
    void admitsAnAddressSoOftenInAMinute() {
        for (int i = 0; i < Pace.IN_A_MINUTE; i++) {
            assertThat(pace.admits("192.0.2.1")).isTrue();
        }

        assertThat(pace.admits("192.0.2.1")).isFalse();
        assertThat(pace.admits("192.0.2.2")).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(pace.admits("192.0.2.1")).isTrue();
    }
}
