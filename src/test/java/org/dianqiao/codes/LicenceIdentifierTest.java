package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdentifierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
                "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3",
                "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T000175.2026110100001.001.7",
                "1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.001.0",
                "1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.002.Y"
            })
    void acceptsIdentifiersOfLicencesThatWereIssued(String identifier) {
        assertThat(LicenceIdentifier.check(identifier)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430598.001.F, V",
        "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T000175.2026110100010.001.7, S"
    })
    void saysWhichCheckCharacterAnIdentifierWouldHave(String identifier, String expected) {
        assertThat(LicenceIdentifier.check(identifier)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(identifier.length());
            assertThat(check.reason()).contains("校验位应为 " + expected);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.156.3006.2.11100000000013338W032.11220000013544541J.2430599.001.F, 1",
        "1.2.156.3005.2.11100000000013338W03A.11220000013544541J.2430599.001.F, 36",
        "1.2.156.3005.2.11100000000013338W032.11220000013544541j.2430599.001.F, 55",
        "1.2.156.3005.2.11100000000013338W032..2430599.001.F, 38",
        "1.2.156.3005.2.11100000000013338W032.11220000013544541J2430599.001.F, 63",
        "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430.599.001.F, 61",
        "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.01.F, 63",
        "1.2.156.3005.2., 0",
        "'', 1"
    })
    void pointsAtTheCharacterThatDoesNotFit(String identifier, int position) {
        assertThat(LicenceIdentifier.check(identifier)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }

    /** After a sample in a description of an interface: what documents give as examples is not always right. */
    @Test
    void refusesASampleWhoseCheckCharacterIsWrong() {
        Check check = LicenceIdentifier.check("1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E8.001.M");
        assertThat(check.isWrong()).isTrue();
        assertThat(check.position()).isEqualTo(70);
    }

    @Test
    void holdsTheTypeOfTheLicence() {
        String licence = "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T000175.2026110100001.001.7";
        assertThat(LicenceIdentifier.of(licence).type()).isEqualTo(LicenceType.of("11100000MB0143028R001"));
    }

    @ParameterizedTest
    @CsvSource({
        "11410100MB1T000175, 410100",
        "11410105MB1T00041M, 410105",
        "11100000MB0143028R, 100000",
        "410105, 410105",
        "12345678, 000000",
        "11I10105MB1T00041M, 000000",
    })
    void saysWhereItsIssuerIs(String issuer, String region) {
        LicenceType type = LicenceType.of("11100000MB0143028R001");
        assertThat(LicenceIdentifier.of(type, issuer, "2026110100001", 1).region())
                .isEqualTo(Region.of(region));
    }

    @Test
    void givesANewOneItsCheckCharacter() {
        LicenceType type = LicenceType.of("11100000MB0143028R001");

        assertThat(LicenceIdentifier.of(type, "11410100MB1T000175", "2026110100001", 1)
                        .text())
                .isEqualTo("1.2.156.3005.2.11100000MB0143028R001.11410100MB1T000175.2026110100001.001.7");
    }

    @Test
    void countsTheVersionsOfALicence() {
        LicenceIdentifier first =
                LicenceIdentifier.of("1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.001.0");

        assertThat(first.next(first.type()).text())
                .isEqualTo("1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.002.Y");
    }
}
