package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.dianqiao.codes.Check.Verdict;
import org.dianqiao.codes.CodeTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndustriesTest {

    private static final Industries INDUSTRIES =
            CodeTables.read(Path.of("mappings/codes")).industries();

    @ParameterizedTest
    @ValueSource(strings = {"D4420", "E48", "E481", "A01", "A05", "B06", "K70", "T97"})
    void acceptsADivisionOfItsSection(String code) {
        assertThat(INDUSTRIES.check(code, 2017)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @CsvSource({
        "E4420, 1, 门类 D",
        "A06, 1, 门类 B",
        "U48, 1, 无此门类",
        "T98, 2, 无此大类",
        "A00, 2, 无此大类",
        "4420, 1, 大写字母",
        "d4420, 1, 大写字母",
        "D4A20, 3, 数字",
        "D4, 0, 2 至 4 位",
        "D44200, 0, 2 至 4 位",
        "'', 0, 2 至 4 位"
    })
    void saysWhatIsWrongAndWhere(String code, int position, String reason) {
        assertThat(INDUSTRIES.check(code, 2017)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
            assertThat(check.reason()).contains(reason);
        });
    }

    @Test
    void judgesOnlyTheFormOfAnEditionItDoesNotHold() {
        assertThat(INDUSTRIES.check("Q83", 2011)).isEqualTo(Check.valid());
        assertThat(INDUSTRIES.check("Q83", 2017).isWrong()).isTrue();
        assertThat(INDUSTRIES.check("Q8X", 2011).isWrong()).isTrue();
    }

    @Test
    void namesTheDivisionOfACodeAndTheSectionOfALetter() {
        assertThat(INDUSTRIES.find("D4420").map(Row::zh)).hasValue("电力、热力生产和供应业");
        assertThat(INDUSTRIES.find("48").map(Row::zh)).hasValue("土木工程建筑业");
        assertThat(INDUSTRIES.find("E").map(Row::zh)).hasValue("建筑业");
        assertThat(INDUSTRIES.find("")).isEmpty();
    }

    @Test
    void knowsAllDivisionsOfTheEditionOf2017() {
        assertThat(IntStream.rangeClosed(1, 97).mapToObj("%02d"::formatted))
                .allSatisfy(division -> assertThat(INDUSTRIES.find(division)).isPresent());
    }
}
