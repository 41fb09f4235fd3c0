package org.dianqiao.exchange;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** One route's side of the {@link Porch}. */
final class PorchConsumer extends DefaultConsumer implements PlatformHttpConsumer {

    private final Porch porch;
    private final Set<String> methods;
    private @Nullable Passage passage;

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
        return passage != null && getEndpoint().getCamelContext().isStarted();
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    String methods() {
        return String.join(", ", methods);
    }

    Answer answer(Arrival arrival) {
        return Objects.requireNonNull(passage).answer(arrival);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        passage = new Passage(getEndpoint().getCamelContext(), getProcessor());
        porch.open(getEndpoint().getPath(), this);
    }

    @Override
    protected void doStop() throws Exception {
        porch.close(getEndpoint().getPath());
        super.doStop();
    }
}
