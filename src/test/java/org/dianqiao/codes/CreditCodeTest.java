package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "9144030071526726XG",
                "91330100799655058B",
                "11100000000013338W",
                "11100000MB03271699",
                "11100000MB0143028R",
                "11330105002500287C",
                "91410000MA7T0X0143",
                "91341002MA8T0X0249",
                "91410100MA7K3D2F5N",
                "11410100MB1T000175",
                "11341000MB1T00025W"
            })
    void acceptsCodesWhoseTwoChecksHold(String code) {
        assertThat(CreditCode.check(code)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @CsvSource({"91350211M0000XUF46, R", "91350100M0001TGQXM, 1"})
    void suspectsIssuedCodesWhoseCheckDiffers(String code, String expected) {
        assertThat(CreditCode.check(code)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.SUSPECT);
            assertThat(check.position()).isEqualTo(18);
            assertThat(check.reason()).contains("校验码应为 " + expected);
        });
        assertThat(CreditCode.of(code).text()).isEqualTo(code);
    }

    @Test
    void suspectsACodeWhoseOrganisationCodeDoesNotHold() {
        assertThat(CreditCode.check("91410100MA7K3D2F6R")).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.SUSPECT);
            assertThat(check.position()).isEqualTo(17);
            assertThat(check.reason()).contains("应为 5");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4Z, 18",
        "91350100M0001O0Y43, 14",
        "9135010AM000100Y43, 8",
        "91350100m000100Y43, 9",
        "91350100M000100Y4, 0",
        "'', 0"
    })
    void refusesWhatIsNotWrittenLikeACode(String code, int position) {
        assertThat(CreditCode.check(code)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }

    @ParameterizedTest
    @CsvSource({"91410100MA7K3D2F5N, 9, 91, 410100", "11100000000013338W, 1, 11, 100000"})
    void tellsWhoRegisteredWhatAndWhere(String code, String department, String category, String region) {
        CreditCode read = CreditCode.of(code);
        assertThat(read.department()).isEqualTo(department);
        assertThat(read.category()).isEqualTo(category);
        assertThat(read.region()).isEqualTo(Region.of(region));
    }
}
