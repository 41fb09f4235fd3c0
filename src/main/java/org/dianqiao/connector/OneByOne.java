package org.dianqiao.connector;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** To each partner one goes at a time, in the order in which they came; a partner who is slow holds up only its own. */
final class OneByOne {

    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    /** Until the exchange ends. IOException: those before it took too long. */
    void take(Exchange exchange, String partner, Duration patience) throws IOException, InterruptedException {
        Semaphore turn = turns.computeIfAbsent(partner, any -> new Semaphore(1, true));
        if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("others are on their way to " + partner + " and take long");
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                turn.release();
            }
        });
    }
}
