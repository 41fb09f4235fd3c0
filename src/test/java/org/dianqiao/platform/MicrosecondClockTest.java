package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {

    private static final Instant FINE = Instant.parse("2026-09-30T01:00:00.123456789Z");

    private final Clock clock = new MicrosecondClock(Clock.fixed(FINE, ZoneOffset.UTC));

    @Test
    void tellsNoFinerTimeThanTheDatabaseKeeps() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-09-30T01:00:00.123456Z"));
    }

    @Test
    void tellsMillisecondsToo() {
        assertThat(clock.millis()).isEqualTo(FINE.toEpochMilli());
    }

    @Test
    void keepsItsGrainInOtherZones() {
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Shanghai"));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }
}
