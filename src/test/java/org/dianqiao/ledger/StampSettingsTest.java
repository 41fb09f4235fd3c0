package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.dianqiao.ledger.StampSettings.Authority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StampSettingsTest {

    @Test
    void asksNobodyUnlessTold() {
        assertThat(bound(Map.of()).authorities()).isEmpty();
        assertThat(bound(Map.of()).interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(bound(Map.of()).patience()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesAuthoritiesInTheirOrder() {
        StampSettings settings = bound(Map.of(
                "authorities[0].url", "https://tsa.example/stamp",
                "authorities[0].policy", "1.2.156.1.2",
                "authorities[1].url", "http://127.0.0.1:9103"));
        assertThat(settings.authorities())
                .containsExactly(
                        new Authority(URI.create("https://tsa.example/stamp"), "1.2.156.1.2"),
                        new Authority(URI.create("http://127.0.0.1:9103"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "authorities[0].url, ftp://tsa.example, url",
        "authorities[0].url, tsa.example, url",
        "authorities[0].url, http:///stamp, url",
        "authorities[0].url, http://u:p@tsa.example, url",
        "authorities[0].policy, 1.2.156.1.2, url",
        "interval, 0s, interval",
        "interval, 900ms, interval",
        "patience, 0s, patience",
        "patience, 61s, patience"
    })
    void refusesWhatCannotBe(String name, String value, String told) {
        assertRefused(Map.of(name, value), told);
    }

    @ParameterizedTest
    @CsvSource({"three", "1", "3.1.2", "1.2.x"})
    void refusesAPolicyThatIsNoIdentifier(String policy) {
        assertRefused(Map.of("authorities[0].url", "http://tsa.example", "authorities[0].policy", policy), "policy");
    }

    private static void assertRefused(Map<String, String> settings, String told) {
        assertThatThrownBy(() -> bound(settings))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageStartingWith("dianqiao.timestamps.")
                .hasMessageContaining(told);
    }

    private static StampSettings bound(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("dianqiao.timestamps." + name, value));
        return new Binder(source).bindOrCreate("dianqiao.timestamps", StampSettings.class);
    }
}
