package org.dianqiao.exchange;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.DateTimeFormat;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * `date-time`, but only what every reader takes: RFC 3339 would allow a blank for the T, leap seconds and the year 0, which
 * no database has.
 */
public final class InstantFormat extends DateTimeFormat {

    private static final int DAY = "2026-09-15".length();

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return super.matches(context, text) && isReadable(text);
    }

    /** A day, or nothing, stands here as often as a time: that much is seen without an exception. */
    public static boolean isReadable(String text) {
        if (text.length() <= DAY || Character.toUpperCase(text.charAt(DAY)) != 'T') {
            return false;
        }
        try {
            int year = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .getYear();
            return year > 0 && year < 10_000;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
