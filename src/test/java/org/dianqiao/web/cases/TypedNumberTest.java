package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource({
        "p410105-261121-000001, P410105-261121-000001",
        "'  s410105-261121-1000001\u3000', S410105-261121-1000001",
        "r410105-261121-000001, R410105-261121-000001"
    })
    void ofOursMayBeginWithASmallLetter(String typed, String meant) {
        assertThat(TypedNumber.read(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"js-2026-0917", "p-2026-0917", "y410105-261121-000001", "P410105-261121-000001"})
    void ofAnybodyElseMeansWhatItSays(String typed) {
        assertThat(TypedNumber.read(" " + typed + " ")).isEqualTo(typed);
    }
}
