package org.dianqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 WD | 5 个工作日 | 5 working days",
                "1 WD | 1 个工作日 | 1 working day",
                "0 WD | 0 个工作日 | 0 working days",
                "4 ND_ROLL | 4 个自然日，末日为休息日的顺延 | 4 calendar days, moved to the next working day if the last is a rest"
                        + " day",
                "10 ND | 10 个自然日 | 10 calendar days",
                "3 MONTHS | 3 个月 | 3 months",
                "18 HOURS | 18 小时 | 18 hours",
                "20 MINUTES | 20 分钟 | 20 minutes"
            })
    void isReadAndSaid(String written, String zh, String en) {
        Limit limit = Limit.of(written);

        assertThat(limit).hasToString(written);
        assertThat(limit.zh()).isEqualTo(zh);
        assertThat(limit.en()).isEqualTo(en);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "WD", "5WD", "5  WD", "-1 WD", "5.5 WD", "5 wd", "5 days", "5 WD.", "100000 WD", "五 WD"
            })
    void isWrittenInOneWay(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limit.of(text))
                .withMessageContaining("5 WD")
                .withMessageContaining("ND_ROLL");
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(-1, Unit.WD));
    }

    @ParameterizedTest
    @CsvSource({"18 HOURS, 2026-10-01T11:30:00Z", "20 MINUTES, 2026-09-30T17:50:00Z", "0 MINUTES, 2026-09-30T17:30:00Z"
    })
    void runsDayAndNightWhenItIsOfHoursOrMinutes(String limit, Instant end) {
        assertThat(Limit.of(limit).after(Instant.parse("2026-09-30T17:30:00Z"))).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 WD", "5 ND", "5 ND_ROLL", "5 MONTHS"})
    void hasNoTimeOfDayWhenItIsOfDays(String limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.of(limit).after(Instant.EPOCH));
    }
}
