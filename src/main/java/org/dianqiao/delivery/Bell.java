package org.dianqiao.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the dispatcher. Any number of rings before it looks are one. */
public final class Bell {

    private final Semaphore rung = new Semaphore(0);

    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Waits for a ring; true: there was one. */
    boolean await(Duration most) throws InterruptedException {
        boolean heard = rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        rung.drainPermits();
        return heard;
    }
}
