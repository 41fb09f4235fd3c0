package org.dianqiao.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final Typeface FACE = Typeface.kept();

    @Test
    void breakBetweenCharacters() {
        assertThat(Lines.of("郑州市自然资源和规划局", FACE, 1, 5)).containsExactly("郑州市自然", "资源和规划", "局");
    }

    @Test
    void doNotBeginWithAClosingMarkOrEndWithAnOpeningOne() {
        assertThat(Lines.of("河南中原置业，公司", FACE, 1, 6)).containsExactly("河南中原置", "业，公司");
        assertThat(Lines.of("河南中原置（郑州）", FACE, 1, 6)).containsExactly("河南中原置", "（郑州）");
    }

    @Test
    void keepANumberWhole() {
        assertThat(Lines.of("电缆长186.5米", FACE, 1, 4.5)).containsExactly("电缆长", "186.5米");
    }

    @Test
    void breakAWordOnlyWhereNoLineHoldsIt() {
        assertThat(Lines.of("11410100MB1T000175", FACE, 1, 4))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(FACE.width(line, 1)).isLessThanOrEqualTo(4));
    }

    @Property(tries = 300)
    void loseNothingAndFit(@ForAll @StringLength(max = 80) String text) {
        var lines = Lines.of(text, FACE, 1, 8);
        assertThat(String.join("", lines).replace(" ", ""))
                .isEqualTo(FACE.printable(text).replace(" ", ""));
        assertThat(lines).allSatisfy(line -> assertThat(FACE.width(line, 1)).isLessThanOrEqualTo(8));
    }
}
