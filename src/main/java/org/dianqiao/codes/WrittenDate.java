package org.dianqiao.codes;

import java.time.YearMonth;

/** A day written with eight digits inside an identifier. */
final class WrittenDate {

    private static final int EARLIEST_YEAR = 1800;

    private WrittenDate() {}

    /** Whether the eight digits from there on, which must be digits, are a day of the calendar. */
    static boolean exists(String text, int from) {
        int year = Integer.parseInt(text, from, from + 4, 10);
        int month = Integer.parseInt(text, from + 4, from + 6, 10);
        int day = Integer.parseInt(text, from + 6, from + 8, 10);
        return year >= EARLIEST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
