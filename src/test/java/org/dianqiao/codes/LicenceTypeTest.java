package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11100000MB03271699001",
                "11100000MB03271699022",
                "11100000MB0143028R001",
                "11100000000013338W009",
                "11100000000013338W087"
            })
    void acceptsABodysCodeAndThreeDigits(String type) {
        assertThat(LicenceType.check(type)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @CsvSource({"11100000MB0327169900A, 21", "11100000mB03271699001, 9", "11100000MB0327169901, 0", "'', 0"})
    void pointsAtTheCharacterThatDoesNotFit(String type, int position) {
        assertThat(LicenceType.check(type)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }
}
