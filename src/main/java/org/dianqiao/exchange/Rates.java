package org.dianqiao.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Rate;

/** How fast each partner may send: a bucket that fills `perSecond` and holds `burst`. */
public final class Rates {

    private static final double SECOND = 1e9;

    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public Rates(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes one, or says after how many seconds there will be one; 0: taken. */
    int take(Partner partner) {
        return buckets.computeIfAbsent(partner.id(), id -> new Bucket()).take(partner.rate(), nanoTime.getAsLong());
    }

    /** A repeat of an accepted message costs nothing. */
    void giveBack(Partner partner) {
        Bucket bucket = buckets.get(partner.id());
        if (bucket != null) {
            bucket.giveBack();
        }
    }

    private static final class Bucket {

        private double used;
        private long at;

        synchronized int take(Rate rate, long now) {
            used = Math.max(0, used - Math.max(0, now - at) / SECOND * rate.perSecond());
            at = now;
            if (used + 1 > rate.burst()) {
                return (int) Math.max(1, Math.ceil((used + 1 - rate.burst()) / rate.perSecond()));
            }
            used++;
            return 0;
        }

        synchronized void giveBack() {
            used = Math.max(0, used - 1);
        }
    }
}
