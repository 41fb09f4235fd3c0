package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLineTest {

    @Test
    void dividesAtCommas() {
        assertThat(CsvLine.fields("410105,金水区,Jinshui")).containsExactly("410105", "金水区", "Jinshui");
    }

    @Test
    void keepsEmptyFieldsAlsoTheLast() {
        assertThat(CsvLine.fields(",,")).containsExactly("", "", "");
        assertThat(CsvLine.fields("")).containsExactly("");
        assertThat(CsvLine.fields("a,\"\"")).containsExactly("a", "");
    }

    @Test
    void takesBlanksAroundAFieldForNothing() {
        assertThat(CsvLine.fields(" a , b\t, \" c \" ")).containsExactly("a", "b", " c ");
    }

    @Test
    void keepsCommasAndDoubledQuotesInsideQuotes() {
        assertThat(CsvLine.fields("12,\"a, b\",\"so-called \"\"zone\"\"\",\"\"\"\""))
                .containsExactly("12", "a, b", "so-called \"zone\"", "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1,\"open | not closed",
                "1,\"open\"\" | not closed",
                "1,\"a\"b,c | behind a closing quote",
                "1,a\"b\" | inside a field"
            })
    void saysWhatIsWrongWithAQuote(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvLine.fields(line))
                .withMessageContaining(reason);
    }
}
