package org.dianqiao.connector;

import org.apache.camel.CamelContext;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.springframework.stereotype.Component;

/** Routes name it where they name CXF: `cxfConfigurer: "#overOurLine"`. */
@Component
class OverOurLine implements CxfConfigurer {

    private final CamelContext camel;

    OverOurLine(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {}

    @Override
    public void configureClient(Client client) {
        client.setConduitSelector(
                new PreexistingConduitSelector(new LineConduit(camel.createProducerTemplate()), client.getEndpoint()));
    }

    @Override
    public void configureServer(Server server) {
        throw new IllegalStateException("what comes in in SOAP comes in by the side door");
    }
}
