package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    private static final String PLAIN = "豫(2026)郑州市不动产权第0012345号";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "皖(2026)黄山市不动产权第00123456号",
                "蒙(2016)乌兰浩特市不动产证明第0003309号",
                "豫（2026）郑州市不动产权第0012345号",
                "豫〔2026〕郑州市不动产权第0012345号"
            })
    void acceptsThePresentForm(String number) {
        assertThat(CertificateNumber.check(number)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "豫（2026）郑州市不动产权第0012345号",
                "豫〔2026〕郑州市不动产权第0012345号",
                "豫［2026］郑州市不动产权第0012345号",
                "豫[2026]郑州市不动产权第0012345号",
                "豫(２０２６)郑州市不动产权第００１２３４５号",
                " 豫(2026) 郑州市\u3000不动产权第0012345号\u00A0"
            })
    void isOneNumberHoweverItIsPrinted(String printed) {
        assertThat(CertificateNumber.of(printed)).isEqualTo(CertificateNumber.of(PLAIN));
        assertThat(CertificateNumber.of(printed).text()).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "郑房权证字第1201234567号, 1",
        "郑国用(2009)第0123号, 1",
        "见附件, 1",
        "豫2026郑州市不动产权第0012345号, 2",
        "豫(26)郑州市不动产权第0012345号, 2",
        "豫(2026)不动产权第0012345号, 8",
        "豫(2026)郑州市房权第0012345号, 8",
        "豫(2026)郑州市不动产权0012345号, 11",
        "豫(2026)郑州市不动产权第012345号, 16",
        "豫(2026)郑州市不动产权第001234567号, 16",
        "豫(2026)郑州市不动产权第0012345号之一, 16"
    })
    void suspectsButNeverRefusesAnotherForm(String number, int position) {
        assertThat(CertificateNumber.check(number)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.SUSPECT);
            assertThat(check.position()).isEqualTo(position);
        });
        assertThat(CertificateNumber.of(number).text()).isEqualTo(number);
    }

    @Test
    void isNotMadeOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateNumber.of(" \u3000"));
    }
}
