package org.dianqiao.codes;

import java.util.Optional;

/**
 * A project's code 项目代码, given once and never changed.
 *
 * <p>Two generations circulate, written alike. Since November 2020 (GB/T 40058-2021): `YYMM`-region-department-type-
 * number, its last digit a check (MOD 11,10). Before: `YYYY`-region-industry-procedure-number, for 2015 to 2020, with no
 * check at all. A first group is never both: read as year and month those years have no such month. 2012 is December
 * 2020: no code was given in the year 2012.
 */
public record ProjectCode(String text) {

    private static final Shape SHAPE = new Shape("9999-999999-99-99-999999");
    private static final int CHECK = 24;

    public ProjectCode {
        check(text).admit(text);
    }

    public static ProjectCode of(String text) {
        return new ProjectCode(text);
    }

    public static Check check(String text) {
        return SHAPE.check(text).and(() -> isOld(text) ? Check.valid() : newGeneration(text));
    }

    /** Where the project lies; 000000 for the country's own projects. */
    public Region region() {
        return Region.of(text.substring(5, 11));
    }

    /** The central department that guides the project 中央业务指导部门; nothing in the old generation. */
    public Optional<String> department() {
        return isOld(text) ? Optional.empty() : Optional.of(text.substring(12, 14));
    }

    /** The project's type 项目类型; nothing in the old generation. */
    public Optional<String> type() {
        return isOld(text) ? Optional.empty() : Optional.of(text.substring(15, 17));
    }

    /** The industry's division (GB/T 4754), told by the old generation only. */
    public Optional<String> industry() {
        return isOld(text) ? Optional.of(text.substring(12, 14)) : Optional.empty();
    }

    /** Whether the project is approved, confirmed or filed, told by the old generation only. */
    public Optional<String> procedure() {
        return isOld(text) ? Optional.of(text.substring(15, 17)) : Optional.empty();
    }

    private static Check newGeneration(String text) {
        return hasMonth(text) ? checkDigit(text) : Check.wrong(3, "月份应为 01 至 12", "a month 01 to 12 is expected");
    }

    private static boolean isOld(String text) {
        int year = number(text, 0, 4);
        return year >= 2015 && year <= 2020;
    }

    private static boolean hasMonth(String text) {
        int month = number(text, 2, 4);
        return month >= 1 && month <= 12;
    }

    private static Check checkDigit(String text) {
        char expected = CheckCharacter.hybrid(text, 0, CHECK - 1, 10);
        return text.charAt(CHECK - 1) == expected
                ? Check.valid()
                : Check.wrong(
                        CHECK,
                        "校验位应为 " + expected + "，请核对整个代码",
                        "the check digit would be " + expected + ", compare the whole code");
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
