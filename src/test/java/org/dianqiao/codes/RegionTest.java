package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "410000, 410105",
        "410100, 410105",
        "410105, 410105",
        "410000, 419001",
        "000000, 410105",
        "100000, 410105",
        "100000, 000000"
    })
    void coversItselfAndWhatLiesInIt(String region, String other) {
        assertThat(Region.of(region).covers(other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "410105, 410100",
        "410100, 410000",
        "410100, 410205",
        "410000, 100000",
        "340000, 410105",
        "100000, 41010",
        "100000, 郑州",
        "410000, ''"
    })
    void coversNothingElse(String region, String other) {
        assertThat(Region.of(region).covers(other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"000000, 0", "100000, 0", "410000, 1", "410100, 2", "410105, 3", "419001, 3"})
    void knowsHowSpecificItIs(String region, int depth) {
        assertThat(Region.of(region).depth()).isEqualTo(depth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"41010", "4101055", "41O105", "４１０１０５", ""})
    void isSixDigits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Region.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "410105, 410105",
        "2609-410105-04-01-123459, 410105",
        "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T000175.2026110100001.001.7, 410100",
        "410105 003006 GB00021 W00000000, 410105",
    })
    void isSpokenOfInCodes(String text, String region) {
        assertThat(Region.spokenOf(text)).contains(Region.of(region));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "41010", "2609-000000-04-01-123453", "2609-410105-04-01-123458", "郑州"})
    void isNotSpokenOfInAnythingElse(String text) {
        assertThat(Region.spokenOf(text)).isEmpty();
    }

    @Test
    void saysWhereADigitIsMissing() {
        assertThat(Region.check("41O105").reason()).isEqualTo("第 3 位：应为数字 (a digit is expected)");
    }
}
