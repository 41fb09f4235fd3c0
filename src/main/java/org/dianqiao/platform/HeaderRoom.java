package org.dianqiao.platform;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How the server listens: any number of headers within their size, and no body called for before it is wanted. */
@Component
class HeaderRoom implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            connector.setProperty("maxHeaderCount", "-1");
            connector.setProperty("continueResponseTiming", "onRead");
        });
    }
}
