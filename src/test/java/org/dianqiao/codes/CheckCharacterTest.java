package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckCharacterTest {

    @Test
    void agreesWithTheStandardsExample() {
        String example = "A12425GABC1234002";

        assertThat(CheckCharacter.hybrid(example, 0, example.length(), 36)).isEqualTo('M');
    }

    @Test
    void passesOverSeparators() {
        String dotted = "A1.2425GABC.1234.002";

        assertThat(CheckCharacter.hybrid(dotted, 0, dotted.length(), 36)).isEqualTo('M');
    }
}
