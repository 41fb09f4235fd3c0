package org.dianqiao.web.cases;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * How often something may be tried: so many times at once, after that once in each interval. Against guessing, so it
 * must not be possible to be forgotten by asking for thousands of other things: there is a fixed number of places, and
 * two that share one share its allowance. Which ones do, nobody outside can know. In memory only, on each node.
 */
final class Allowance {

    private static final int PLACES = 1 << 16;

    private final int atOnce;
    private final long interval;
    private final LongSupplier nanoTime;
    private final int salt;

    /** For each place, when all of its allowance will be there again. */
    private final long[] whole = new long[PLACES];

    Allowance(int atOnce, Duration interval, LongSupplier nanoTime, Random random) {
        this.atOnce = atOnce;
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        this.salt = random.nextInt();
        Arrays.fill(whole, nanoTime.getAsLong());
    }

    /** False: not now. */
    synchronized boolean take(String key) {
        long now = nanoTime.getAsLong();
        int place = place(key);
        long from = Math.max(whole[place] - now, 0);
        if (from + interval > atOnce * interval) {
            return false;
        }
        whole[place] = now + from + interval;
        return true;
    }

    synchronized void giveBack(String key) {
        whole[place(key)] -= interval;
    }

    private int place(String key) {
        int hash = salt;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x01000193;
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
