package org.dianqiao.codes;

/**
 * An organisation's unified social credit code 统一社会信用代码 (GB 32100-2015): registering department, category, region,
 * organisation code with its own check (GB 11714), check. Codes that fail a check have really been issued, so such a
 * code is suspect, not wrong: the register knows better.
 */
public record CreditCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final Shape REGION = new Shape("999999");
    private static final int LENGTH = 18;
    private static final int REGION_AT = 2;
    private static final int ORGANISATION_AT = 8;

    public CreditCode {
        check(text).admit(text);
    }

    public static CreditCode of(String text) {
        return new CreditCode(text);
    }

    public static Check check(String text) {
        if (text.length() != LENGTH) {
            return Check.wrongLength(LENGTH, text.length());
        }
        return letters(text)
                .and(() -> REGION.check(text, REGION_AT))
                .and(() -> lastCheck(text))
                .and(() -> organisationCheck(text));
    }

    /** Who registers it 登记管理部门. */
    public String department() {
        return text.substring(0, 1);
    }

    /** What kind of organisation it is 机构类别, told together with the department. */
    public String category() {
        return text.substring(0, REGION_AT);
    }

    /** Where it was registered; 100000 for the country's own register. */
    public Region region() {
        return Region.of(text.substring(REGION_AT, ORGANISATION_AT));
    }

    private static Check letters(String text) {
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return Check.wrong(
                        i + 1,
                        "应为数字或大写字母，不含 I、O、S、V、Z",
                        "a digit or capital letter is expected, but not I, O, S, V or Z");
            }
        }
        return Check.valid();
    }

    private static Check lastCheck(String text) {
        char expected = lastCheckCharacter(text);
        return text.charAt(LENGTH - 1) == expected
                ? Check.valid()
                : Check.suspect(LENGTH, "校验码应为 " + expected, "the check character would be " + expected);
    }

    private static Check organisationCheck(String text) {
        char expected = organisationCheckCharacter(text);
        return text.charAt(LENGTH - 2) == expected
                ? Check.valid()
                : Check.suspect(
                        LENGTH - 1,
                        "组织机构代码的校验码应为 " + expected,
                        "the organisation code's check character would be " + expected);
    }

    private static char lastCheckCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheckCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(text.charAt(ORGANISATION_AT + i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }
}
