package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Whoever sets nothing has the figures of the page; what cannot be kept to is refused by its name. */
class FrontSettingsTest {

    @Test
    void readEachMinuteWhereNothingIsSaid() {
        FrontSettings settings = read(Map.of());
        assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.successor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.parent()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.rowsAtOnce()).isEqualTo(500);
        assertThat(settings.longestReason()).isEqualTo(200);
    }

    @Test
    void sayWhatTheStandardSaysWhereNothingElseIsSaid() {
        FrontSettings.States states = read(Map.of()).states();
        assertThat(states.fresh()).isEqualTo("0");
        assertThat(states.taken()).isEqualTo("1");
        assertThat(states.failed()).isEqualTo("-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "60s", "299s", "5m"})
    void readUpToEachFiveMinutes(String interval) {
        assertThat(read("interval", interval).interval()).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({
        "interval, 301s",
        "interval, 10m",
        "interval, 999ms",
        "interval, 0s",
        "interval, -1m",
        "rows-at-once, 0",
        "rows-at-once, 2001",
        "timeout, 0s",
        "successor, -1s",
        "parent, -1s",
        "states.taken, 0",
        "longest-reason, 19",
        "longest-reason, 4001",
    })
    void areRefusedByTheirName(String name, String value) {
        String settings = name.replaceFirst("\\..*", "");
        assertThatThrownBy(() -> read(name, value)).rootCause().hasMessageContaining("dianqiao.front." + settings);
    }

    private static FrontSettings read(String name, String value) {
        return read(Map.of("dianqiao.front." + name, value));
    }

    private static FrontSettings read(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("dianqiao.front", FrontSettings.class);
    }
}
