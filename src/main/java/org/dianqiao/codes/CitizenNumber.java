package org.dianqiao.codes;

/**
 * A citizen's number 公民身份号码 (GB 11643-1999): region, date of birth, sequence, check (MOD 11-2). Personal: what is said
 * about it never shows a digit of it. The form of 15 digits ended in 2013 and is refused.
 *
 * <p>Residence permits are numbered alike: 81, 82 and 83 stand for Hong Kong, Macao and Taiwan, a leading 9 for a foreigner
 * with permanent residence, whose region and nationality follow it. So the first six digits are not looked up.
 */
public record CitizenNumber(String text) {

    private static final Shape DIGITS = new Shape("99999999999999999");
    private static final int LENGTH = 18;
    private static final int BORN_AT = 6;

    public CitizenNumber {
        text = check(text).admit(normal(text));
    }

    public static CitizenNumber of(String text) {
        return new CitizenNumber(text);
    }

    public static Check check(String text) {
        if (text.length() != LENGTH) {
            return Check.wrongLength(LENGTH, text.length());
        }
        return DIGITS.check(text, 0).and(() -> dateOfBirth(text)).and(() -> checkCharacter(normal(text)));
    }

    private static Check dateOfBirth(String text) {
        return WrittenDate.exists(text, BORN_AT)
                ? Check.valid()
                : Check.wrong(BORN_AT + 1, "出生日期不存在", "there is no such date of birth");
    }

    private static Check checkCharacter(String text) {
        return text.charAt(LENGTH - 1) == CheckCharacter.mod11And2(text, LENGTH - 1)
                ? Check.valid()
                : Check.wrong(LENGTH, "校验码不符，请核对整个号码", "the check character differs, compare the whole number");
    }

    private static String normal(String text) {
        return text.endsWith("x") ? text.substring(0, text.length() - 1) + "X" : text;
    }
}
