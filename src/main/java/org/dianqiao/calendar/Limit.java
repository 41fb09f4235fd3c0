package org.dianqiao.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long somebody may take 时限. In the policy packs it is written `5 WD`. */
public record Limit(int value, Unit unit) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5}) (WD|ND_ROLL|ND|MONTHS|HOURS|MINUTES)");

    public Limit {
        if (value < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    public static Limit of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "a limit is written as `5 WD`, the unit one of " + Arrays.asList(Unit.values()));
        }
        return new Limit(Integer.parseInt(written.group(1)), Unit.valueOf(written.group(2)));
    }

    /** When hours or minutes are over. They run day and night, so no calendar is asked. */
    public Instant after(Instant accepted) {
        return switch (unit) {
            case HOURS -> accepted.plus(Duration.ofHours(value));
            case MINUTES -> accepted.plus(Duration.ofMinutes(value));
            case WD, ND_ROLL, ND, MONTHS -> throw new IllegalArgumentException(this + " is no time of day");
        };
    }

    public String zh() {
        return unit.zh(value);
    }

    public String en() {
        return unit.en(value);
    }

    @Override
    public String toString() {
        return value + " " + unit;
    }
}
