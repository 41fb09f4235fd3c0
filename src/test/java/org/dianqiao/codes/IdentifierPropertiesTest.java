package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.dianqiao.codes.Check.Verdict;

/** What check characters promise: one character mistyped is always noticed, two neighbours changed about mostly. */
class IdentifierPropertiesTest {

    private static final String DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Except in the first group of November and December 2020, where it may turn into a year before the check. */
    @Property
    void aChangedDigitOfAProjectCodeIsNoticed(
            @ForAll("projectCodes") String code,
            @ForAll @IntRange(max = 23) int at,
            @ForAll @CharRange(from = '0', to = '9') char digit) {
        Assume.that(code.charAt(at) != '-' && code.charAt(at) != digit);
        String mistyped = changed(code, at, digit);
        Assume.that(!mistyped.matches("20(1[5-9]|20)-.*"));

        assertThat(ProjectCode.check(code)).isEqualTo(Check.valid());
        assertThat(ProjectCode.check(mistyped).isWrong()).isTrue();
    }

    /** MOD 11,10 may miss neighbours that differ by one, or are 9 and 0; no others. */
    @Property
    void twoDigitsOfAProjectCodeChangedAboutAreNoticed(
            @ForAll("projectCodes") String code, @ForAll @IntRange(min = 5, max = 21) int at) {
        Assume.that(code.charAt(at) != '-' && code.charAt(at + 1) != '-');
        int apart = Math.abs(code.charAt(at) - code.charAt(at + 1));
        Assume.that(apart > 1 && apart < 9);

        assertThat(ProjectCode.check(changedAbout(code, at)).isWrong()).isTrue();
    }

    @Property
    void aChangedDigitOfACitizenNumberIsNoticed(
            @ForAll("citizenNumbers") String number,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @CharRange(from = '0', to = '9') char digit) {
        Assume.that(number.charAt(at) != digit);

        assertThat(CitizenNumber.check(number)).isEqualTo(Check.valid());
        assertThat(CitizenNumber.check(changed(number, at, digit)).isWrong()).isTrue();
    }

    @Property
    void anyTwoDigitsOfACitizenNumberChangedAboutAreNoticed(
            @ForAll("citizenNumbers") String number, @ForAll @IntRange(max = 16) int at) {
        Assume.that(number.charAt(at) != number.charAt(at + 1));

        assertThat(CitizenNumber.check(changedAbout(number, at)).isWrong()).isTrue();
    }

    @Property
    void aChangedCharacterOfALicenceIdentifierIsNoticed(
            @ForAll("licenceIdentifiers") String identifier,
            @ForAll @IntRange(min = 15, max = 69) int at,
            @ForAll @IntRange(max = 35) int character) {
        char typed = DIGITS_AND_LETTERS.charAt(character);
        Assume.that(identifier.charAt(at) != '.' && identifier.charAt(at) != typed);

        assertThat(LicenceIdentifier.check(identifier)).isEqualTo(Check.valid());
        assertThat(LicenceIdentifier.check(changed(identifier, at, typed)).isWrong())
                .isTrue();
    }

    @Property
    void aChangedCharacterOfACreditCodeIsNoticed(
            @ForAll("creditCodes") String code,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(max = 30) int character) {
        char typed = CREDIT_CODE_ALPHABET.charAt(character);
        Assume.that(code.charAt(at) != typed);

        assertThat(CreditCode.check(code)).isEqualTo(Check.valid());
        assertThat(CreditCode.check(changed(code, at, typed)).verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Property
    void anyTwoCharactersOfACreditCodeChangedAboutAreNoticed(
            @ForAll("creditCodes") String code, @ForAll @IntRange(max = 16) int at) {
        Assume.that(code.charAt(at) != code.charAt(at + 1));

        assertThat(CreditCode.check(changedAbout(code, at)).verdict()).isNotEqualTo(Verdict.VALID);
    }

    /** Whatever is asked, the answer is an answer, and it does not say what was asked. */
    @Property
    void noTextIsTooStrangeToBeChecked(@ForAll String text) {
        assertThat(ProjectCode.check(text).isWrong()).isTrue();
        assertThat(CitizenNumber.check(text).isWrong()).isTrue();
        assertThat(LicenceIdentifier.check(text).isWrong()).isTrue();
        assertThat(CreditCode.check(text).isWrong()).isTrue();
        assertThat(ConstructionPermitNumber.check(text).isWrong()).isTrue();
        assertThat(UnitNumber.check(text).isWrong()).isTrue();
        assertThat(CertificateNumber.check(text).verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Provide
    Arbitrary<String> projectCodes() {
        return Combinators.combine(number(20, 99), number(1, 12), digits(6), digits(2), digits(2), digits(5))
                .as((year, month, region, department, type, serial) ->
                        year + month + "-" + region + "-" + department + "-" + type + "-" + serial)
                .map(code -> code + CheckCharacter.hybrid(code, 0, code.length(), 10));
    }

    @Provide
    Arbitrary<String> citizenNumbers() {
        return Combinators.combine(digits(6), number(1900, 2026), number(1, 12), number(1, 28), digits(3))
                .as((region, year, month, day, sequence) -> region + year + month + day + sequence)
                .map(number -> number + CheckCharacter.mod11And2(number, number.length()));
    }

    @Provide
    Arbitrary<String> licenceIdentifiers() {
        return Combinators.combine(letters(18), digits(3), letters(6), letters(20), digits(3))
                .as((body, type, issuer, serial, version) ->
                        "1.2.156.3005.2." + body + type + "." + issuer + "." + serial + "." + version)
                .map(text -> text + "." + CheckCharacter.hybrid(text, 15, text.length(), 36));
    }

    /** Both check characters are found by asking which would be right: the last, the one before it, the last again. */
    @Provide
    Arbitrary<String> creditCodes() {
        return Combinators.combine(digits(8), digits(8))
                .as((head, organisation) -> mended(mended(mended(head + organisation + "00"))));
    }

    private static String mended(String code) {
        Check check = CreditCode.check(code);
        String reason = check.reason();
        int said = reason.indexOf("应为 ") + 3;
        return check.position() == 0 ? code : changed(code, check.position() - 1, reason.charAt(said));
    }

    private static Arbitrary<String> number(int least, int most) {
        return Arbitraries.integers().between(least, most).map("%02d"::formatted);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    private static Arbitrary<String> letters(int length) {
        return Arbitraries.strings().withChars(DIGITS_AND_LETTERS).ofLength(length);
    }

    private static String changed(String text, int at, char to) {
        return text.substring(0, at) + to + text.substring(at + 1);
    }

    private static String changedAbout(String text, int at) {
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
