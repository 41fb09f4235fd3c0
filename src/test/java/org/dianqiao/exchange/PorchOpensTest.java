package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.junit.jupiter.api.Test;

/** The porch is open as long as the routes run, and so is what asks it. */
class PorchOpensTest {

    private final Porch porch = new Porch(new TurnedAway(new SimpleMeterRegistry()));

    @Test
    void withTheRoutesAndNotBefore() throws Exception {
        DefaultRegistry registry = new DefaultRegistry();
        registry.bind("platform-http-engine", porch);
        try (DefaultCamelContext camel = new DefaultCamelContext(registry)) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("platform-http:/exchange/v1/case.lookup?httpMethodRestrict=POST")
                            .process(exchange -> {});
                }
            });
            assertThat(porch.isOpen()).isFalse();
            camel.start();
            assertThat(porch.isOpen()).isTrue();
            camel.stop();
            assertThat(porch.isOpen()).isFalse();
        }
    }
}
