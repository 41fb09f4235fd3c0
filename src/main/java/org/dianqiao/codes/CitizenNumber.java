package org.dianqiao.codes;

import java.time.YearMonth;

/**
 * A citizen's number 公民身份号码 (GB 11643-1999): region, date of birth, sequence, check (MOD 11-2). Personal: what is said
 * about it never shows a digit of it. The form of 15 digits ended in 2013 and is refused.
 */
public record CitizenNumber(String text) {

    private static final Shape DIGITS = new Shape("99999999999999999");
    private static final int LENGTH = 18;
    private static final int EARLIEST_YEAR = 1800;

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
        return isDate(text) ? Check.valid() : Check.wrong(7, "出生日期不存在", "there is no such date of birth");
    }

    private static boolean isDate(String text) {
        int year = Integer.parseInt(text, 6, 10, 10);
        int month = Integer.parseInt(text, 10, 12, 10);
        int day = Integer.parseInt(text, 12, 14, 10);
        return year >= EARLIEST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
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
