package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dianqiao.ledger.StampState;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class TimestampsHealthTest {

    private static final Instant SEALED = Instant.parse("2026-09-30T01:00:00Z");
    private static final StampState WAITING = new StampState(true, null, SEALED, List.of("http://tsa: no answer"));

    @Test
    void toleratesAnHourWithoutStamps() {
        assertThat(TimestampsHealth.of(WAITING, SEALED.plus(Duration.ofHours(1)))
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void isOutOfDateAfterThat() {
        Health health =
                TimestampsHealth.of(WAITING, SEALED.plus(Duration.ofHours(1)).plusMillis(1));
        assertThat(health.getStatus().getCode()).isEqualTo("OUT_OF_DATE");
        assertThat(health.getDetails())
                .containsEntry("waitingSince", SEALED)
                .containsEntry("troubles", List.of("http://tsa: no answer"));
    }

    @Test
    void isWellWhereNobodyIsAsked() {
        StampState unwanted = new StampState(false, null, SEALED, List.of());
        assertThat(TimestampsHealth.of(unwanted, SEALED.plus(Duration.ofDays(9)))
                        .getStatus())
                .isEqualTo(Status.UP);
    }
}
