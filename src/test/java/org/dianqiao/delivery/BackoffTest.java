package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final DeliverySettings USUAL =
            new DeliverySettings(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 0.2, 16, 5);

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "100, 300", "2147483647, 300"})
    void doublesUpToTheLongestWait(int failures, int seconds) {
        assertThat(new Backoff(USUAL, () -> 0.5).after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 8000", "0.5, 10000", "1.0, 12000"})
    void leavesAFifthToChance(double chance, long millis) {
        DeliverySettings tenSeconds =
                new DeliverySettings(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5), 0.2, 16, 5);
        assertThat(new Backoff(tenSeconds, () -> chance).after(1)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void keepsChanceOutOfIt() {
        DeliverySettings exact =
                new DeliverySettings(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 0, 16, 5);
        assertThat(new Backoff(exact, () -> 1).after(3)).isEqualTo(Duration.ofSeconds(4));
    }
}
