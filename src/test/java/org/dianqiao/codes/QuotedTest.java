package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u0000", "\u001b", "\u0085", "\u009b", "\u2028", "\u2029", "\ud83d"})
    void staysOnOneLineWithoutControls(String control) {
        assertThat(Quoted.line("已存在" + control + "ERROR")).matches("已存在 {1,2}ERROR");
    }

    @Test
    void isNoLongerThanALineAndCutsNoCharacter() {
        assertThat(Quoted.line("如".repeat(1_000_000))).hasSize(200);
        assertThat(Quoted.line("如".repeat(199) + "😀😀")).isEqualTo("如".repeat(199));
    }

    @Test
    void masksANumberAlsoWhereItIsCut() {
        String padding = "如".repeat(190);
        assertThat(Quoted.line(padding + "11010519491231002X")).isEqualTo(padding + "110105****");
        assertThat(Quoted.line("1371\u200b2345678")).isEqualTo("137****5678");
    }

    @Test
    void takesOnlyACodeForOne() {
        assertThat(Quoted.code("99999")).isEqualTo("99999");
        assertThat(Quoted.code("张秘密")).isEqualTo("without a code");
        assertThat(Quoted.code("1\n2")).isEqualTo("without a code");
        assertThat(Quoted.code("13712345678")).isEqualTo("137****5678");
    }
}
