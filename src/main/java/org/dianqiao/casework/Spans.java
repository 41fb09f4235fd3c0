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

    /** In the largest unit of which it has two or more. */
    static Wording said(Duration span) {
        if (span.toDays() >= 2) {
            return new Wording(span.toDays() + " 天", span.toDays() + " days");
        }
        if (span.toHours() >= 2) {
            return new Wording(span.toHours() + " 小时", span.toHours() + " hours");
        }
        return span.toMinutes() >= 2
                ? new Wording(span.toMinutes() + " 分钟", span.toMinutes() + " minutes")
                : new Wording(span.toSeconds() + " 秒", span.toSeconds() + " seconds");
    }
}
