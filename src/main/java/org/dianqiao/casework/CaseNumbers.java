package org.dianqiao.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dianqiao.casework.Casefile.Kind;
import org.springframework.stereotype.Component;

/** Numbers for cases that an official can read out: kind and division, day, running number. */
@Component
class CaseNumbers {

    /** So many are fetched together. Those that a stop leaves unused are never given. */
    private static final int AT_ONCE = 50;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private final CaseStore store;
    private final Queue<String> fetched = new ConcurrentLinkedQueue<>();

    CaseNumbers(CaseStore store) {
        this.store = store;
    }

    String next(Kind kind, String region, Instant now) {
        return kind.letter() + region + "-" + DAY.format(now) + "-" + running();
    }

    private String running() {
        String number = fetched.poll();
        while (number == null) {
            fetched.addAll(store.runningNumbers(AT_ONCE));
            number = fetched.poll();
        }
        return number;
    }
}
