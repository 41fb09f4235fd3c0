package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.dianqiao.codes.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2609-410105-04-01-123459",
                "2609-341002-04-01-202601",
                "2603-370102-89-02-770018",
                "2611-220622-04-05-000015",
                "2603-141124-89-05-346948",
                "2411-130202-89-01-637015",
                "2509-140602-89-05-864976",
                "2502-140109-89-01-287745",
                "2602-411102-04-04-398932"
            })
    void acceptsCodesThatWereGiven(String code) {
        assertThat(ProjectCode.check(code).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-330327-48-01-167360", "2020-451421-88-03-016343", "2015-410105-48-03-000001"})
    void acceptsTheOldGenerationWhichHasNoCheckDigit(String code) {
        assertThat(ProjectCode.check(code)).isEqualTo(Check.valid());
    }

    @ParameterizedTest
    @CsvSource({
        "2609-410105-04-01-123458, 9",
        "2603-141124-89-05-346949, 8",
        "2603-141124-89-05-364948, 9",
        "2608-110000-04-01-000001, 8"
    })
    void saysWhichCheckDigitACodeWouldHave(String code, String expected) {
        Check check = ProjectCode.check(code);

        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.position()).isEqualTo(24);
        assertThat(check.reason()).contains("校验位应为 " + expected).contains("check digit would be " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2613-410105-04-01-123459", "2600-410105-04-01-123459", "2014-410105-48-01-123456"})
    void refusesAMonthThatDoesNotExist(String code) {
        assertThat(ProjectCode.check(code)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(3);
        });
    }

    @Test
    void reads2012AsDecember2020() {
        assertThat(ProjectCode.check("2012-410105-04-01-000017")).isEqualTo(Check.valid());
        assertThat(ProjectCode.check("2012-410105-04-01-000018").verdict()).isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "2609410105040112345, 0",
        "2609-410105-04-01-12345X, 24",
        "2609-41O105-04-01-123459, 8",
        "2609_410105-04-01-123459, 5",
        "'', 0"
    })
    void pointsAtTheCharacterThatDoesNotFit(String code, int position) {
        assertThat(ProjectCode.check(code)).satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(check.position()).isEqualTo(position);
        });
    }

    @Test
    void noticesEverySingleMistypedDigit() {
        String code = "2609-410105-04-01-123459";
        for (int at = 5; at < code.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String mistyped = code.substring(0, at) + digit + code.substring(at + 1);
                assertThat(ProjectCode.check(mistyped).isWrong()).as(mistyped).isEqualTo(!mistyped.equals(code));
            }
        }
    }

    @Test
    void knowsItsRegion() {
        assertThat(ProjectCode.of("2609-410105-04-01-123459").region()).isEqualTo(Region.of("410105"));
        assertThat(ProjectCode.of("2020-330327-48-01-167360").region()).isEqualTo(Region.of("330327"));
    }

    @Test
    void tellsDepartmentAndTypeInItsPresentForm() {
        ProjectCode code = ProjectCode.of("2609-410105-04-01-123459");
        assertThat(code.department()).hasValue("04");
        assertThat(code.type()).hasValue("01");
        assertThat(code.industry()).isEmpty();
        assertThat(code.procedure()).isEmpty();
    }

    @Test
    void tellsIndustryAndProcedureInItsOldForm() {
        ProjectCode code = ProjectCode.of("2020-451421-88-03-016343");
        assertThat(code.industry()).hasValue("88");
        assertThat(code.procedure()).hasValue("03");
        assertThat(code.department()).isEmpty();
        assertThat(code.type()).isEmpty();
    }

    /** The two generations are told apart by the first group alone: this much a mistyped month can do. */
    @Test
    void readsAMonthOf2020MistypedIntoAYearAsTheOldGeneration() {
        assertThat(ProjectCode.check("2011-410105-04-01-000015").isWrong()).isTrue();
        assertThat(ProjectCode.check("2015-410105-04-01-000015")).isEqualTo(Check.valid());
    }

    @Test
    void isNeverMadeFromAWrongCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectCode.of("2609-410105-04-01-123458"))
                .withMessageContaining("校验位应为 9");
    }
}
