package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.dianqiao.Patience;
import org.junit.jupiter.api.Test;

/** Messages that take much memory go to a partner one by one. */
class OneByOneTest {

    private static final String PARTNER = "marketing.xinzheng";

    private final OneByOne turns = new OneByOne();

    @Test
    void waitInVainWhileOneIsUnderWay() throws Exception {
        turns.take(exchange(), PARTNER, Duration.ZERO);
        assertThatThrownBy(() -> turns.take(exchange(), PARTNER, Duration.ofMillis(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(PARTNER);
    }

    @Test
    void goOnceTheOneBeforeHasEnded() throws Exception {
        Exchange first = exchange();
        turns.take(first, PARTNER, Duration.ZERO);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> take(exchange()));
        end(first);
        assertThat(second).succeedsWithin(Patience.LONG);
    }

    @Test
    void goOnceTheOneBeforeHasFailed() throws Exception {
        Exchange first = exchange();
        turns.take(first, PARTNER, Duration.ZERO);
        first.setException(new IOException("the line broke"));
        end(first);
        turns.take(exchange(), PARTNER, Duration.ZERO);
    }

    @Test
    void doNotWaitForThoseToOthers() throws Exception {
        turns.take(exchange(), PARTNER, Duration.ZERO);
        turns.take(exchange(), "marketing.xinmi", Duration.ZERO);
    }

    private void take(Exchange exchange) {
        try {
            turns.take(exchange, PARTNER, Patience.LONG);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exchange exchange() {
        return new DefaultExchange(new DefaultCamelContext());
    }

    private static void end(Exchange exchange) {
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
    }
}
