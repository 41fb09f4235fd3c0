package org.dianqiao.web.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The numbers of the last hour, for all who look at once.
 *
 * <p>An hour may have millions of entries, and the page asks every two seconds. So they are counted in short stretches,
 * and a stretch is counted again only when it has grown by half its age since: the newest each time, those of half an
 * hour ago every ten minutes. That is enough, because an entry bears the time at which its message was written, and
 * may be added later: the end of a delivery that had to be tried again.
 */
@Component
class LastHour {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int STRETCH_SECONDS = 10;
    private static final int PER_MINUTE = 60 / STRETCH_SECONDS;
    private static final int STRETCHES = 60 * PER_MINUTE;

    private final TallyStore store;
    private final Clock clock;
    private final TreeMap<Long, Counted> stretches = new TreeMap<>();
    private @Nullable Numbers numbers;
    private Instant countedAt = Instant.MIN;

    LastHour(TallyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Counted(Tally tally, Instant at) {

        boolean stale(Instant end, Instant now) {
            Duration sinceEnd = Duration.between(end, now);
            Duration sinceCount = Duration.between(at, now);
            return sinceCount.multipliedBy(3).compareTo(sinceEnd) > 0;
        }
    }

    synchronized Numbers numbers() {
        Instant now = clock.instant();
        if (numbers == null || countedAt.plus(FRESH).isBefore(now)) {
            numbers = count(now);
            countedAt = now;
        }
        return numbers;
    }

    private Numbers count(Instant now) {
        long last = now.getEpochSecond() / STRETCH_SECONDS;
        long first = last - STRETCHES + 1;
        stretches.headMap(first).clear();
        List<Tally> minutes = new ArrayList<>();
        for (long minute = first; minute <= last; minute += PER_MINUTE) {
            Tally sum = Tally.NONE;
            for (long stretch = minute; stretch < minute + PER_MINUTE; stretch++) {
                sum = sum.plus(tally(stretch, now));
            }
            minutes.add(sum);
        }
        return Numbers.of(minutes, store.waiting(), store.dead());
    }

    private Tally tally(long stretch, Instant now) {
        Instant begin = Instant.ofEpochSecond(stretch * STRETCH_SECONDS);
        Instant end = begin.plusSeconds(STRETCH_SECONDS);
        Counted counted = stretches.get(stretch);
        if (counted == null || counted.stale(end, now)) {
            counted = new Counted(store.count(begin, end), now);
            stretches.put(stretch, counted);
        }
        return counted.tally();
    }
}
