package org.dianqiao.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.dianqiao.exchange.Porch;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * TRACE and CONNECT never reach a filter: the server answers them by itself, in words that are not the protocol's. So
 * they are brought to the porch from here, where they are wrong methods like any other. Nothing else takes them either.
 */
@Component
class TraceAndConnect extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Porch porch;

    TraceAndConnect(Porch porch) {
        super(true);
        this.porch = porch;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if ("TRACE".equals(request.getMethod()) || "CONNECT".equals(request.getMethod())) {
            response.setSuspended(false);
            response.reset();
            porch.doFilter(request, response, (anybody, nothing) -> {});
        } else {
            getNext().invoke(request, response);
        }
    }
}
