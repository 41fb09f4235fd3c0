package org.dianqiao.exchange;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.DateTimeFormat;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** `date-time`, but only what every reader takes: RFC 3339 would allow a blank for the T, and leap seconds. */
final class InstantFormat extends DateTimeFormat {

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return super.matches(context, text) && isReadable(text);
    }

    private static boolean isReadable(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
