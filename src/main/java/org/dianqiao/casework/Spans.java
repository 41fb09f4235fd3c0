package org.dianqiao.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.dianqiao.policy.Wording;

/** Times as sentences about them say them. */
final class Spans {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Spans() {}

    /** By the clocks of the offices. */
    static String day(Instant at) {
        return DAY.format(at);
    }

    /** In the largest unit of which it has two or more, and the next smaller one. */
    static Wording said(Duration span) {
        if (span.toDays() >= 2) {
            return both(days(span.toDays()), span.toHoursPart() > 0, hours(span.toHoursPart()));
        }
        if (span.toHours() >= 2) {
            return both(hours(span.toHours()), span.toMinutesPart() > 0, minutes(span.toMinutesPart()));
        }
        return span.toMinutes() >= 2
                ? minutes(span.toMinutes())
                : new Wording(span.toSeconds() + " 秒", span.toSeconds() + " seconds");
    }

    private static Wording both(Wording large, boolean more, Wording small) {
        return more ? new Wording(large.zh() + " " + small.zh(), large.en() + " " + small.en()) : large;
    }

    private static Wording days(long count) {
        return new Wording(count + " 天", count + (count == 1 ? " day" : " days"));
    }

    private static Wording hours(long count) {
        return new Wording(count + " 小时", count + (count == 1 ? " hour" : " hours"));
    }

    private static Wording minutes(long count) {
        return new Wording(count + " 分钟", count + (count == 1 ? " minute" : " minutes"));
    }
}
