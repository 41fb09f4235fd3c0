package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountNumberTest {

    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));

    @ParameterizedTest
    @CsvSource({
        "state-grid, 4101000012345",
        "state-grid, 0000000012345",
        "southern-grid, 0300001234567890",
        "jilin-local-power, 2206220017",
        "jilin-local-power, JY-2026-0017"
    })
    void acceptsWhatTheUtilityGives(String utility, String number) {
        assertThat(check(utility, number)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @CsvSource({"state-grid, 0100012345, 13 位", "southern-grid, 0300012345, 16 位"})
    void suspectsANumberFromBeforeTheRenumbering(String utility, String number, String present) {
        assertThat(check(utility, number)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.SUSPECT);
            assertThat(check.position()).isZero();
            assertThat(check.reason()).contains(present);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "state-grid, 0300001234567890, 0",
        "state-grid, 410100001234X, 13",
        "state-grid, 010001234X, 10",
        "state-grid, 410100001234, 0",
        "state-grid, '', 0",
        "southern-grid, 4101000012345, 0",
        "jilin-local-power, 220622 0017, 7",
        "jilin-local-power, '', 0",
        "jilin-local-power, 000000000000000000000000000000001, 0"
    })
    void refusesWhatTheUtilityCannotHaveGiven(String utility, String number, int position) {
        assertThat(check(utility, number)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }

    @Test
    void takesNothingForAnAccountWhereNoFormerFormIsKnown() {
        AccountProfile water = new AccountProfile("water", "自来水", "Water", "99999999", "");
        assertThat(AccountNumber.check(water, "").isWrong()).isTrue();
    }

    @Test
    void keepsItsLeadingNoughts() {
        assertThat(new AccountNumber(profile("state-grid"), "0000000012345").text())
                .isEqualTo("0000000012345");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountNumber(profile("state-grid"), "12345"))
                .withMessageContaining("13 characters expected")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("12345"));
    }

    private static Check check(String utility, String number) {
        return AccountNumber.check(profile(utility), number);
    }

    private static AccountProfile profile(String utility) {
        return TABLES.accountProfile(utility).orElseThrow();
    }
}
