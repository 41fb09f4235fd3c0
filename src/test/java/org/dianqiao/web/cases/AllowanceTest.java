package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private long now = -5;
    private final Allowance allowance = new Allowance(3, Duration.ofMinutes(10), () -> now, new Random(1));

    @Test
    void lastsSoManyTimesAndThenOnceInEachInterval() {
        assertThat(taken("P-1", 10)).isEqualTo(3);
        now += Duration.ofMinutes(10).toNanos() - 1;
        assertThat(allowance.take("P-1")).isFalse();
        now += 1;
        assertThat(taken("P-1", 10)).isEqualTo(1);
        now += Duration.ofDays(1).toNanos();
        assertThat(taken("P-1", 10)).isEqualTo(3);
    }

    @Test
    void isEachOnesOwn() {
        assertThat(taken("P-1", 10)).isEqualTo(3);
        assertThat(taken("P-2", 10)).isEqualTo(3);
    }

    @Test
    void isNotForgottenWhateverElseIsAskedFor() {
        assertThat(taken("P-1", 10)).isEqualTo(3);
        for (int other = 0; other < 200_000; other++) {
            allowance.take("Q-" + other);
        }
        assertThat(allowance.take("P-1")).isFalse();
    }

    @Test
    void isWholeAgainWhenItIsGivenBack() {
        for (int time = 0; time < 100; time++) {
            assertThat(allowance.take("P-1")).isTrue();
            allowance.giveBack("P-1");
        }
        assertThat(taken("P-1", 10)).isEqualTo(3);
    }

    private int taken(String key, int times) {
        int taken = 0;
        for (int time = 0; time < times; time++) {
            taken += allowance.take(key) ? 1 : 0;
        }
        return taken;
    }
}
