package org.dianqiao.exchange;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One route's side of the {@link Porch}. */
final class PorchConsumer extends DefaultConsumer implements PlatformHttpConsumer {

    private static final Logger log = LoggerFactory.getLogger(PorchConsumer.class);

    private final Porch porch;
    private final Set<String> methods;
    private Processor refusing = exchange -> {};

    PorchConsumer(PlatformHttpEndpoint endpoint, Processor processor, Porch porch) {
        super(endpoint, processor);
        this.porch = porch;
        this.methods = new TreeSet<>(Set.of(endpoint.getHttpMethodRestrict().split(",")));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
    }

    @Override
    public PlatformHttpEndpoint getEndpoint() {
        return (PlatformHttpEndpoint) super.getEndpoint();
    }

    /** The server listens a little earlier than the routes start, and a little longer than they run. */
    boolean isOpen() {
        return getEndpoint().getCamelContext().isStarted();
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    String methods() {
        return String.join(", ", methods);
    }

    /** Runs the route. What it leaves as its body is the answer; what ends it otherwise is another route's to answer. */
    Answer answer(Arrival arrival) {
        Exchange exchange = exchange(arrival);
        Exception failure = run(exchange, getProcessor());
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
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        exchange.getMessage().setBody(arrival);
        return exchange;
    }

    private @Nullable Exception run(Exchange exchange, Processor route) {
        try {
            createUoW(exchange);
            route.process(exchange);
            return exchange.getException();
        } catch (Exception e) {
            return e;
        } catch (StackOverflowError | LinkageError e) {
            return new IllegalStateException(e);
        } finally {
            doneUoW(exchange);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        refusing = getEndpoint().getCamelContext().getEndpoint("direct:refuse").createAsyncProducer();
        ServiceHelper.startService(refusing);
        porch.open(getEndpoint().getPath(), this);
    }

    @Override
    protected void doStop() throws Exception {
        porch.close(getEndpoint().getPath());
        super.doStop();
    }
}
