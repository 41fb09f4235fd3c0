package org.dianqiao.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RevocationSettingsTest {

    @Test
    void fetchNothingWhereTheIntervalIsLeftEmpty() {
        RevocationSettings settings = read("interval", "");

        assertThat(settings.interval()).isNull();
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void areReadAsWritten() {
        assertThat(read("interval", "10m").interval()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource({"interval,0s", "interval,-1h", "patience,0s"})
    void areNotOfNoTimeAtAll(String name, String value) {
        assertThatThrownBy(() -> read(name, value)).rootCause().hasMessageContaining("dianqiao.revocation." + name);
    }

    private static RevocationSettings read(String name, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of("dianqiao.revocation." + name, value)))
                .bindOrCreate("dianqiao.revocation", RevocationSettings.class);
    }
}
