package org.dianqiao.web.certificate;

import java.time.Clock;
import java.util.Map;
import org.dianqiao.web.Newest;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask in a minute: often enough for an office behind one address, too seldom to find out
 * which numbers there are. In memory only, and of the newest addresses.
 */
@Component
class Pace {

    static final int IN_A_MINUTE = 300;
    private static final int ADDRESSES = 10_000;
    private static final int MINUTE = 60;

    private final Clock clock;
    private final Map<String, Integer> asked = Newest.of(ADDRESSES);
    private long minute;

    Pace(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean admits(String address) {
        long now = clock.instant().getEpochSecond() / MINUTE;
        if (now != minute) {
            minute = now;
            asked.clear();
        }
        return asked.merge(address, 1, Integer::sum) <= IN_A_MINUTE;
    }
}
