package org.dianqiao.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;

/** A further door of the gateway's own server, of TLS that is set as an operator sets it: by `server.ssl.*`. */
final class TlsDoor extends TomcatServletWebServerFactory implements AutoCloseable {

    private final transient Service server;
    private final transient Connector connector = new Connector();

    TlsDoor(Service server, Path keystore, Path trusted, String password) throws IOException {
        this.server = server;
        Map<String, String> settings = Map.of(
                "server.ssl.key-store",
                keystore.toUri().toString(),
                "server.ssl.key-store-password",
                password,
                "server.ssl.client-auth",
                "want",
                "server.ssl.trust-store",
                trusted.toUri().toString(),
                "server.ssl.trust-store-password",
                password);
        setSsl(new Binder(new MapConfigurationPropertySource(settings))
                .bind("server.ssl", Ssl.class)
                .get());
        setAddress(InetAddress.getLoopbackAddress());
        setPort(0);
        customizeConnector(connector);
        server.addConnector(connector);
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        server.removeConnector(connector);
    }
}
