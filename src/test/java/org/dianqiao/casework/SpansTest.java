package org.dianqiao.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dianqiao.policy.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor is not told that almost three days were two. */
class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "P2DT23H59M, 2 天 23 小时, 2 days 23 hours",
        "P3DT59M, 3 天, 3 days",
        "P1DT23H1M, 47 小时 1 分钟, 47 hours 1 minute",
        "PT2H, 2 小时, 2 hours",
        "PT1H59M59S, 119 分钟, 119 minutes",
        "PT1M59S, 119 秒, 119 seconds"
    })
    void areSaidInTheirTwoLargestUnits(Duration span, String zh, String en) {
        assertThat(Spans.said(span)).isEqualTo(new Wording(zh, en));
    }
}
