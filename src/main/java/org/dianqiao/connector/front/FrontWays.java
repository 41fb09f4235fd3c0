package org.dianqiao.connector.front;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The routes that hold the statements of a dialect, gone by one by one. */
@Component
class FrontWays {

    private final CamelContext context;
    private final ProducerTemplate camel;

    FrontWays(CamelContext context, ProducerTemplate camel) {
        this.context = context;
        this.camel = camel;
    }

    boolean has(String way) {
        return context.getRoute(way) != null;
    }

    @SuppressWarnings("unchecked")
    List<Map<String, @Nullable Object>> rows(Exchange exchange, String way) {
        return go(exchange, way).getMessage().getBody(List.class);
    }

    /** With all that the exchange knows, and without changing it. */
    Exchange go(Exchange exchange, String way) {
        Exchange gone = camel.send("direct:" + way, exchange.copy());
        Exception failure = gone.getException();
        if (failure != null) {
            throw failure instanceof RuntimeException ours ? ours : new IllegalStateException(failure);
        }
        return gone;
    }
}
