package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpaqueCodeTest {

    @ParameterizedTest
    @CsvSource({
        "ENGINEERING, 2609-410105-04-01-123459-3fa9c1",
        "ITEM_INSTANCE, 41010520261120000017",
        "PARALLEL_INSTANCE, blsp-17",
        "IMPLEMENTATION, 11370800MB285591843370117002011",
        "PLANNING_PERMIT, 建字第410105202600017号"
    })
    void acceptsWhateverASystemGives(OpaqueCode kind, String code) {
        assertThat(kind.check(code)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @CsvSource({
        "ENGINEERING, 64",
        "ITEM_INSTANCE, 64",
        "PARALLEL_INSTANCE, 64",
        "IMPLEMENTATION, 31",
        "PLANNING_PERMIT, 100"
    })
    void isBoundedInItsLength(OpaqueCode kind, int most) {
        assertThat(kind.check("1".repeat(most))).isEqualTo(Check.valid());
        assertThat(kind.check("1".repeat(most + 1))).satisfies(check -> {
            assertThat(check.isWrong()).isTrue();
            assertThat(check.position()).isEqualTo(most + 1);
        });
    }

    @Test
    void isNotEmptyAndHoldsNoControlCharacter() {
        assertThat(OpaqueCode.ENGINEERING.check(" ").isWrong()).isTrue();
        assertThat(OpaqueCode.ENGINEERING.check("17\n18")).satisfies(check -> {
            assertThat(check.isWrong()).isTrue();
            assertThat(check.position()).isEqualTo(3);
        });
    }
}
