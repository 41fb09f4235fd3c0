package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstructionPermitNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"330681201410140101", "410105202611200106", "410105202402290101"})
    void acceptsNumbersWithADayThatExists(String number) {
        assertThat(ConstructionPermitNumber.check(number)).isEqualTo(Check.valid());
        assertThat(ConstructionPermitNumber.of(number).text()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "330681201413140101, 7",
        "330681201402300101, 7",
        "410105202602290101, 7",
        "330681201400140101, 7",
        "330681201410000101, 7",
        "33068120141014010A, 18",
        "33068120141014010, 0",
        "'', 0"
    })
    void refusesANumberThatCannotBe(String number, int position) {
        assertThat(ConstructionPermitNumber.check(number)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }
}
