package org.dianqiao.platform;

import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.dianqiao.connector.SideDoor;
import org.dianqiao.exchange.Porch;
import org.springframework.stereotype.Component;

/** Which door a route of Camel's `platform-http` opens: the porch of the protocol, or the side door of the dialects. */
@Component("platform-http-engine")
class Doors implements PlatformHttpEngine {

    private final Porch porch;
    private final SideDoor sideDoor;

    Doors(Porch porch, SideDoor sideDoor) {
        this.porch = porch;
        this.sideDoor = sideDoor;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        PlatformHttpEngine door = SideDoor.leadsTo(endpoint.getPath()) ? sideDoor : porch;
        return door.createConsumer(endpoint, processor);
    }
}
