package org.dianqiao.connector;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.partner.Tls;

/** A server of TLS that talks to nobody who shows no registered certificate. */
public final class WantingCertificates {

    private WantingCertificates() {}

    /** Bound on this machine, and not yet started. */
    public static HttpsServer server(Supplier own, Supplier... registered) throws IOException {
        return server("127.0.0.1", own, registered);
    }

    public static HttpsServer server(String host, Supplier own, Supplier... registered) throws IOException {
        Tls tls = new Tls(
                own.key(),
                List.of(own.certificate()),
                Arrays.stream(registered).map(Supplier::certificate).toList());
        return server(new InetSocketAddress(host, 0), tls);
    }

    /** `tls`: its own certificate, and those that are registered. */
    public static HttpsServer server(InetSocketAddress at, Tls tls) throws IOException {
        SSLContext context = tls.context();
        HttpsServer server = HttpsServer.create(at, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return server;
    }
}
