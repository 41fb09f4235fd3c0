package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeTest {

    @ParameterizedTest
    @CsvSource({
        "deciding, true, coming",
        "approved, true, in-force",
        "committed, true, in-force",
        "filed, true, in-force",
        "exempt, true, in-force",
        "approved, false, in-force",
        "rejected, false, refused",
        "revoked, false, refused",
        "revoked, true, refused",
        "withdrawn, false, refused",
        "applied, true, coming",
        "connected, true, coming",
        "called-back, false, in-force",
        "contacted, false, in-force"
    })
    void saysWhetherSomethingIsGood(String state, boolean open, String word) {
        assertThat(Badge.of(state, open).word()).isEqualTo(word);
    }
}
