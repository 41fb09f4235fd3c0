package org.dianqiao.connector;

import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.support.DefaultConsumer;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One route's side of the {@link SideDoor}. */
final class SideDoorConsumer extends DefaultConsumer implements PlatformHttpConsumer {

    private static final Logger log = LoggerFactory.getLogger(SideDoorConsumer.class);

    private final SideDoor door;
    private final Set<String> methods;

    SideDoorConsumer(PlatformHttpEndpoint endpoint, Processor processor, SideDoor door) {
        super(endpoint, processor);
        this.door = door;
        this.methods = Set.of(endpoint.getHttpMethodRestrict().split(","));
    }

    @Override
    public PlatformHttpEndpoint getEndpoint() {
        return (PlatformHttpEndpoint) super.getEndpoint();
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    String methods() {
        return String.join(", ", methods);
    }

    /** A message that does not go through is answered in the dialect, by the route; what goes wrong beside that is here. */
    Reply answer(Call call) {
        Exchange exchange = getEndpoint().createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(call);
        Exception failure = run(exchange);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                throw refused;
            }
        }
        if (failure != null) {
            log.error("{} {}: not answered", call.partner().id(), getEndpoint().getPath(), failure);
            throw Refused.later(Code.UNAVAILABLE, "网关暂时无法处理，请稍后重发。", 5);
        }
        return exchange.getMessage().getBody(Reply.class);
    }

    private @Nullable Exception run(Exchange exchange) {
        try {
            getProcessor().process(exchange);
            return exchange.getException();
        } catch (Exception e) {
            return e;
        } catch (StackOverflowError | LinkageError e) {
            return new IllegalStateException(e);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        door.open(getEndpoint().getPath(), this);
    }

    @Override
    protected void doStop() throws Exception {
        door.close(getEndpoint().getPath());
        super.doStop();
    }
}
