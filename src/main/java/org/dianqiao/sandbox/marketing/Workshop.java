package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dianqiao.sandbox.outside.Daemons;
import org.dianqiao.sandbox.outside.Faults;

/** Works on applications and leads, a step after the other, and calls back after each. */
record Workshop(
        Orders orders,
        CallBacks callBacks,
        Faults faults,
        Duration pause,
        Clock clock,
        ScheduledExecutorService threads) {

    private static final int TIMES = 5;

    Workshop(Orders orders, CallBacks callBacks, Faults faults, Duration pause, Clock clock) {
        this(orders, callBacks, faults, pause, clock, Executors.newScheduledThreadPool(2, Daemons.named("marketing")));
    }

    void begin(Order order) {
        String number = order.text("preAppNo");
        go(Step.course(order.text("elecAddr"), faults).stream()
                .<Supplier<Telling>>map(step -> () -> orders.move(number, step).told())
                .toList());
    }

    void answer(JsonNode lead) {
        String number = lead.path("leadNo").asText();
        go(Stream.of(LeadState.values())
                .<Supplier<Telling>>map(state -> () -> state.told(number, clock.instant()))
                .toList());
    }

    void close() {
        threads.shutdownNow();
    }

    private void go(List<Supplier<Telling>> course) {
        if (!course.isEmpty()) {
            later(() -> tell(course.get(0).get(), course.subList(1, course.size()), TIMES));
        }
    }

    /** What comes next is told only after this, or when this has been told often enough. */
    private void tell(Telling telling, List<Supplier<Telling>> rest, int times) {
        try {
            if (!callBacks.told(telling) && times > 1) {
                later(() -> tell(telling, rest, times - 1));
            } else {
                go(rest);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(Runnable work) {
        threads.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
