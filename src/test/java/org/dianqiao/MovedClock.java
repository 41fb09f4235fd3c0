package org.dianqiao;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Its time passes when a test says so. It begins on the morning on which the project gets its code, if no other moment is said. */
public final class MovedClock extends Clock {

    private volatile Instant now;

    public MovedClock() {
        this(Instant.parse("2026-09-30T01:00:00Z"));
    }

    public MovedClock(Instant begin) {
        now = begin;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it is in no zone");
    }
}
