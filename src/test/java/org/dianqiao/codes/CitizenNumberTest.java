package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "41010519900307123X", "341002198512310028"})
    void acceptsNumbersWhoseCheckAndDateHold(String number) {
        assertThat(CitizenNumber.check(number)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "810000199408230021",
                "820000197902280043",
                "830000198512310012",
                "910410198504120037",
                "910110199003070017"
            })
    void acceptsResidencePermits(String number) {
        assertThat(CitizenNumber.check(number)).isEqualTo(Check.valid());
    }

    @Test
    void readsALowerCaseXAsX() {
        assertThat(CitizenNumber.check("41010519900307123x")).isEqualTo(Check.valid());
        assertThat(CitizenNumber.of("41010519900307123x")).isEqualTo(CitizenNumber.of("41010519900307123X"));
    }

    @ParameterizedTest
    @CsvSource({
        "410105199003071234, 18",
        "41010519900307123Y, 18",
        "370102197902290013, 7",
        "370102197913010013, 7",
        "370102197900010013, 7",
        "370102000001010013, 7",
        "3701O2197902290013, 5",
        "410105900307123, 0",
        "'', 0"
    })
    void refusesANumberThatCannotBe(String number, int position) {
        assertThat(CitizenNumber.check(number)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }

    @Test
    void takes29FebruaryOfALeapYear() {
        assertThat(CitizenNumber.check("370102198002290013").reason()).doesNotContain("出生日期");
    }

    @Test
    void neverShowsTheNumberItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CitizenNumber.of("410105199003071234"))
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("1990").doesNotContain("410105"));
    }
}
