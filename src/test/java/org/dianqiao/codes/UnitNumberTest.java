package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"450103001001GB00001F00010001", "341002001001GB00001W00000000", "450103 001001 GB00001 F00010001"
            })
    void acceptsUnitsAsTheyAreWrittenAndPrinted(String number) {
        assertThat(UnitNumber.check(number)).isEqualTo(Check.valid());
    }

    @Test
    void isKeptWithoutBlanks() {
        assertThat(UnitNumber.of("450103 001001 GB00001 F00010001").text()).isEqualTo("450103001001GB00001F00010001");
    }

    @ParameterizedTest
    @CsvSource({
        "450103001001GB00001F0001000, 0",
        "450103001001KB00001F00010001, 13",
        "4501030010011B00001F00010001, 13",
        "450103001001GB00001A00010001, 20",
        "341002001001GB00001W00000001, 21",
        "45010300100IGB00001F00010001, 12",
        "'', 0"
    })
    void pointsAtTheCharacterThatDoesNotFit(String number, int position) {
        assertThat(UnitNumber.check(number)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }
}
