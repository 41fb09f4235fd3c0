package org.dianqiao.sandbox.marketing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dianqiao.sandbox.outside.Daemons;
import org.dianqiao.sandbox.outside.Faults;

/** Works on applications, a step after the other, and calls back after each. */
record Workshop(Orders orders, CallBacks callBacks, Faults faults, Duration pause, ScheduledExecutorService threads) {

    private static final int TIMES = 5;

    Workshop(Orders orders, CallBacks callBacks, Faults faults, Duration pause) {
        this(orders, callBacks, faults, pause, Executors.newScheduledThreadPool(2, Daemons.named("marketing")));
    }

    void begin(Order order) {
        later(() -> work(order.text("preAppNo"), Step.course(order.text("elecAddr"), faults)));
    }

    void close() {
        threads.shutdownNow();
    }

    private void work(String number, List<Step> steps) {
        tell(orders.move(number, steps.get(0)), steps.subList(1, steps.size()), TIMES);
    }

    /** What comes next is told only after this, or when this has been told often enough. */
    private void tell(Order order, List<Step> rest, int times) {
        try {
            if (!callBacks.told(order) && times > 1) {
                later(() -> tell(order, rest, times - 1));
            } else if (!rest.isEmpty()) {
                later(() -> work(order.text("preAppNo"), rest));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(Runnable work) {
        threads.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
