package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantFormatTest {

    @Property
    void aTimeIsReadableHoweverItIsWritten(
            @ForAll @LongRange(min = -62_000_000_000L, max = 253_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        OffsetDateTime time =
                LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atOffset(ZoneOffset.ofHours(hours));
        assertThat(InstantFormat.isReadable(time.toString())).isTrue();
        assertThat(InstantFormat.isReadable(time.toString().toLowerCase(Locale.ROOT)))
                .isTrue();
    }

    @Property
    void whatJavaCannotReadIsNotReadable(@ForAll String text) {
        assertThat(InstantFormat.isReadable(text)).isEqualTo(parses(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-09-15",
                "2026-09-15 09:30:00+08:00",
                "2026-02-30T09:30:00+08:00",
                "2026-09-15T09:30:00",
                "0000-06-15T09:30:00Z",
                "0001-01-01T00:30:00+08:00",
                "9999-12-31T23:30:00-08:00",
                "+10000-01-01T00:00:00Z",
                "-2026-09-15T09:30:00Z"
            })
    void whatIsNoTimeThatADatabaseKeepsIsNot(String text) {
        assertThat(InstantFormat.isReadable(text)).isFalse();
    }

    private static boolean parses(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
