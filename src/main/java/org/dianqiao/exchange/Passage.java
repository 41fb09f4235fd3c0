package org.dianqiao.exchange;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of what came in through a route. What the route leaves as its body is the answer; what ends it otherwise is refused. */
public final class Passage {

    private static final Logger log = LoggerFactory.getLogger(Passage.class);

    private final CamelContext camel;
    private final Processor route;
    private final Processor refusing;

    Passage(CamelContext camel, Processor route) {
        this.camel = camel;
        this.route = route;
        this.refusing = to(camel, "direct:refuse");
    }

    /** The way of every message, for those who do not come in by the door. */
    public static Passage ofMessages(CamelContext camel) {
        return new Passage(camel, to(camel, "direct:message"));
    }

    private static Processor to(CamelContext camel, String endpoint) {
        try {
            Processor producer = camel.getEndpoint(endpoint).createAsyncProducer();
            ServiceHelper.startService(producer);
            return producer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer answer(Arrival arrival) {
        Exchange exchange = exchange(arrival);
        Exception failure = run(exchange, route);
        if (failure == null) {
            return exchange.getMessage().getBody(Answer.class);
        }
        Exchange refusal = exchange(arrival);
        refusal.getProperties().putAll(exchange.getProperties());
        refusal.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        Exception further = run(refusal, refusing);
        if (further == null) {
            return refusal.getMessage().getBody(Answer.class);
        }
        log.error("Not answered, nor refused", further);
        throw Refused.later(Code.UNAVAILABLE, "网关暂时无法处理，请稍后用同样的字节重发。", 5);
    }

    private Exchange exchange(Arrival arrival) {
        Exchange exchange = new DefaultExchange(camel, ExchangePattern.InOut);
        exchange.getMessage().setBody(arrival);
        return exchange;
    }

    private static @Nullable Exception run(Exchange exchange, Processor route) {
        try {
            route.process(exchange);
            return exchange.getException();
        } catch (Exception e) {
            return e;
        } catch (StackOverflowError | LinkageError e) {
            return new IllegalStateException(e);
        }
    }
}
