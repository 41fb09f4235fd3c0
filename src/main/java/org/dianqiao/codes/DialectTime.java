package org.dianqiao.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days and times as other systems write them, which is in Chinese time and without saying so, and as we do. */
final class DialectTime {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE_8 = strict("uuuuMMdd");
    private static final DateTimeFormatter DATE = strict("uuuu-MM-dd");
    private static final List<DateTimeFormatter> DAYS =
            List.of(DATE_8, strict("uuuu-M-d"), strict("uuuu/M/d"), strict("uuuu.M.d"), strict("uuuu年M月d日"));
    private static final DateTimeFormatter TIME_14 = strict("uuuuMMddHHmmss");
    private static final DateTimeFormatter TIME_19 = strict("uuuu-MM-dd HH:mm:ss");

    /** The last two as GB/T 39046 prints them, once so and once otherwise. */
    private static final List<DateTimeFormatter> TIMES =
            List.of(TIME_14, TIME_19, strict("uuuuMMdd'T'HHmmss"), strict("uuuuMMddHH:mm:ss"));

    private static final Pattern TIME_OF_DAY =
            Pattern.compile("[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$|(?<=^[0-9]{8})[0-9]{6}$");

    private DialectTime() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** `20260228` -> `2026-02-28`. What is no day of the calendar is a DateTimeException, here and below. */
    static String date8(String text) {
        return DATE.format(LocalDate.parse(begunWithDigit(text), DATE_8));
    }

    /** A day as people write it, `2026/9/15` or `2026年9月15日`, or a time of that day -> `2026-09-15`. */
    static String day(String text) {
        String date = TIME_OF_DAY.matcher(begunWithDigit(text)).replaceFirst("");
        return DAYS.stream()
                .flatMap(form -> parsedDay(date, form))
                .findFirst()
                .map(DATE::format)
                .orElseThrow(() -> new DateTimeException("no form fits"));
    }

    private static Stream<LocalDate> parsedDay(String text, DateTimeFormatter form) {
        try {
            return Stream.of(LocalDate.parse(text, form));
        } catch (DateTimeException anotherForm) {
            return Stream.empty();
        }
    }

    static String toDate8(String date) {
        return DATE_8.format(LocalDate.parse(begunWithDigit(date), DATE));
    }

    /** `20261101093000` -> `2026-11-01T09:30:00+08:00`. */
    static String time14(String text) {
        return TIMES.stream()
                .flatMap(form -> parsed(text, form))
                .findFirst()
                .map(time -> time.atZone(CHINA).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .orElseThrow(() -> new DateTimeException("no form fits"));
    }

    private static Stream<LocalDateTime> parsed(String text, DateTimeFormatter form) {
        try {
            return Stream.of(LocalDateTime.parse(begunWithDigit(text), form));
        } catch (DateTimeException anotherForm) {
            return Stream.empty();
        }
    }

    static String toTime14(String time) {
        return inChina(time, TIME_14);
    }

    static String toTime19(String time) {
        return inChina(time, TIME_19);
    }

    static String toDate(String time) {
        return inChina(time, DATE);
    }

    private static String inChina(String time, DateTimeFormatter form) {
        return form.format(OffsetDateTime.parse(begunWithDigit(time)).atZoneSameInstant(CHINA));
    }

    /** Years before Christ and after 9999 begin with a sign. */
    private static String begunWithDigit(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            throw new DateTimeException("a digit is expected");
        }
        return text;
    }
}
