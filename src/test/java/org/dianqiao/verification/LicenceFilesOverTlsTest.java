package org.dianqiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.connector.WantingCertificates;
import org.dianqiao.connector.wssecurity.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of a licence service that wants to see a certificate of ours. */
class LicenceFilesOverTlsTest extends AskingForLicences {

    private static final String PASSWORD = "TESTPASSWORD0123456789";
    private static final Supplier THEIRS = Supplier.server("licences.henan");
    private static final Supplier OURS = Supplier.elliptic("gateway");

    private final List<HttpsServer> servers = new ArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();

    @BeforeEach
    void keepKeys() throws IOException {
        Path secrets = Files.createDirectories(home().resolve("secrets"));
        Files.writeString(secrets.resolve("licences-tls"), PASSWORD);
        Files.write(secrets.resolve("licences-tls.p12"), OURS.keystore(PASSWORD));
        Files.writeString(secrets.resolve("licences-tls.pem"), THEIRS.pem());
    }

    @AfterEach
    void closeServers() {
        servers.forEach(server -> server.stop(0));
    }

    private URI opens(String host, String link) throws IOException {
        HttpsServer server = WantingCertificates.server(host, THEIRS, OURS);
        servers.add(server);
        server.createContext("/", call -> {
            try (call) {
                serve(call, link);
            }
        });
        server.start();
        return URI.create("https://" + host + ":" + server.getAddress().getPort());
    }

    private void serve(HttpExchange call, String link) throws IOException {
        if (call.getRequestURI().getPath().startsWith("/file")) {
            shown.add(((HttpsExchange) call).getSSLSession().getPeerPrincipal().getName());
        }
        play(call, link, "系统繁忙".getBytes(StandardCharsets.UTF_8), DEVELOPERS_LICENCE);
    }

    private static void wants(URI address, String files) {
        serviceAt(address.resolve("/CertShare"), IN_CLEAR, files, """
            tls: { keystore: secrets/licences-tls.p12, secret: "file:secrets/licences-tls", \
            authorities: secrets/licences-tls.pem }\
            """);
    }

    private static String fault() {
        return licence(ask(one())).path("fileError").asText();
    }

    @Test
    void areFetchedWithTheCertificateThatItsHostIsShown() throws IOException {
        wants(opens("127.0.0.1", "{base}/file"), "");
        assertThat(fault()).isEqualTo("text");
        assertThat(shown).containsExactly("CN=gateway");
        assertThat(fetched).containsExactly("/file");
    }

    @Test
    void areFetchedWithItFromAnotherPortOfItsHost() throws IOException {
        URI store = opens("127.0.0.1", "");
        wants(opens("127.0.0.1", store + "/file"), "\"" + store.getAuthority() + "\"");
        assertThat(fault()).isEqualTo("text");
        assertThat(shown).containsExactly("CN=gateway");
    }

    /** Though its file names the other host, and whoever issues certificates there is believed here. */
    @Test
    void areNotFetchedWithItFromAnotherHost() throws IOException {
        URI store = opens("127.0.0.2", "");
        describe("licences.neighbour", """
            kind: licence-service
            region: "410000"
            endpoint: { transport: rest, dialect: licence-service, url: "%s", signature: none }
            """.formatted(store));
        wants(opens("127.0.0.1", store + "/file"), "\"" + store.getAuthority() + "\"");
        assertThat(fault()).isEqualTo("not-fetched");
        assertThat(shown).isEmpty();
        assertThat(fetched).isEmpty();
    }
}
