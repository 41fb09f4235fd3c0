package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dianqiao.MovedClock;
import org.junit.jupiter.api.Test;

/** After three failures in a row the grid is left alone: for 1 s, then 2 s, then 4 s. */
class BreakersTest {

    private static final String GRID = "grid.henan";

    private final MovedClock watch = new MovedClock();
    private final Breakers breakers = new Breakers(
            3,
            new Backoff(
                    new DeliverySettings(
                            Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 0, 16, 3),
                    () -> 0),
            watch);

    @Test
    void standsInNobodysWayWhoAnswers() {
        assertThat(breakers.room(GRID, 16, true)).isEqualTo(16);
    }

    @Test
    void forgivesAFewFailures() {
        fail(2);
        assertThat(breakers.room(GRID, 16, true)).isEqualTo(16);
    }

    @Test
    void leavesAloneWhoFailsAgainAndAgain() {
        fail(3);
        assertThat(breakers.room(GRID, 16, false)).isZero();
    }

    @Test
    void letsOneDeliveryTryAfterAWhile() {
        fail(3);
        watch.pass(Duration.ofSeconds(1));
        assertThat(breakers.room(GRID, 16, false)).isOne();
        assertThat(breakers.room(GRID, 16, true)).isZero();
        assertThat(breakers.room(GRID, 0, false)).isZero();
    }

    @Test
    void waitsLongerWithEachFurtherFailure() {
        fail(3);
        watch.pass(Duration.ofSeconds(1));
        fail(1);
        watch.pass(Duration.ofMillis(1999));
        assertThat(breakers.room(GRID, 16, false)).isZero();
        watch.pass(Duration.ofMillis(1));
        assertThat(breakers.room(GRID, 16, false)).isOne();
    }

    @Test
    void countsABurstThatFailsTogetherAsOneFailure() {
        fail(16);
        watch.pass(Duration.ofSeconds(1));
        assertThat(breakers.room(GRID, 16, false)).isOne();
    }

    @Test
    void opensAtOnceForWhoAnswersAgain() {
        fail(3);
        assertThat(breakers.answered(GRID)).isTrue();
        assertThat(breakers.room(GRID, 16, true)).isEqualTo(16);
        fail(2);
        assertThat(breakers.room(GRID, 16, true)).isEqualTo(16);
    }

    @Test
    void saysNothingOfThoseWhoWereNeverAway() {
        fail(1);
        assertThat(breakers.answered(GRID)).isFalse();
        assertThat(breakers.answered("grid.jinan")).isFalse();
    }

    @Test
    void judgesEachPartnerForItself() {
        fail(3);
        assertThat(breakers.room("approval.henan", 16, true)).isEqualTo(16);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breakers.failed(GRID);
        }
    }
}
