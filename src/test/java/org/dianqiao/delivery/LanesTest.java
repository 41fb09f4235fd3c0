package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.dianqiao.MovedClock;
import org.junit.jupiter.api.Test;

/** A lane for eight at once; after three failures in a row the partner is left alone. */
class LanesTest {

    private static final String GRID = "grid.henan";
    private static final int WIDTH = 8;

    private final Lanes lanes = new Lanes(
            new DeliverySettings(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 0, WIDTH, 3),
            new MovedClock());

    @Test
    void keepsHalfOfALaneForTheQueue() {
        assertThat(Stream.generate(() -> lanes.enterAtOnce(GRID)).limit(WIDTH))
                .containsExactly(true, true, true, true, false, false, false, false);
        assertThat(lanes.room(GRID)).isEqualTo(WIDTH / 2);
    }

    @Test
    void asksTheQueueForManyOrForNone() {
        Stream.generate(() -> GRID).limit(WIDTH / 2 + 1).forEach(lanes::enter);
        assertThat(lanes.room(GRID)).isZero();
        lanes.leave(GRID);
        assertThat(lanes.room(GRID)).isEqualTo(WIDTH / 2);
    }

    @Test
    void givesAPlaceAgainThatWasLeft() {
        Stream.generate(() -> GRID).limit(WIDTH / 2).forEach(lanes::enterAtOnce);
        lanes.leave(GRID);
        assertThat(lanes.enterAtOnce(GRID)).isTrue();
    }

    @Test
    void sendsNothingAtOnceToAPartnerWhoIsAway() {
        Stream.generate(() -> GRID).limit(3).forEach(lanes::failed);
        assertThat(lanes.enterAtOnce(GRID)).isFalse();
        assertThat(lanes.answered(GRID)).isTrue();
        assertThat(lanes.enterAtOnce(GRID)).isTrue();
    }

    @Test
    void holdsUpNobodyElse() {
        Stream.generate(() -> GRID).limit(WIDTH).forEach(lanes::enter);
        assertThat(lanes.enterAtOnce("water.zhengzhou")).isTrue();
        assertThat(lanes.room("gas.zhengzhou")).isEqualTo(WIDTH);
    }
}
