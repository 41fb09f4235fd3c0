package org.dianqiao.sandbox;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers for filings and documents: the second at which they are given, so that another start repeats none. */
final class Numbers {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Story.CHINA);

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    Numbers(Clock clock) {
        this.clock = clock;
    }

    /** As in 2026-0915093000. */
    String next() {
        long now = Long.parseLong(SECOND.format(clock.instant()));
        String digits = Long.toString(last.updateAndGet(before -> Math.max(before + 1, now)));
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }
}
