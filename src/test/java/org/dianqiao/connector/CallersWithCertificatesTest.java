package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.partner.Tls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;

/** Who calls over TLS is known by the certificate of the connection, where a partner's file names that. */
@ExtendWith(OutputCaptureExtension.class)
class CallersWithCertificatesTest extends WithCallBacks {

    private static final String PASSWORD = "TESTPASSWORD0123456789";
    private static final Supplier GATEWAY = Supplier.server("gateway");
    private static final Supplier JINAN = Supplier.rsa("marketing.jinan");
    private static final Supplier NEIGHBOUR = Supplier.elliptic("marketing.changqing");
    private static final Supplier LAST_YEARS = Supplier.expired("marketing of last year");

    /** Its authority is called as one that is trusted, or a client would not show it. */
    private static final Supplier FORGED = Supplier.elliptic("marketing.jinan");

    /** Of an authority that nobody asks for: a client shows no certificate at all. */
    private static final Supplier NONE = Supplier.elliptic("nobody");

    /** As the page tells an operator. */
    private static final String HANDSHAKES = "org.apache.tomcat.util.net.NioEndpoint.handshake";

    private Supplier registered = JINAN;
    private URI door;

    @BeforeEach
    void openDoor() throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(home().resolve("secrets/tls"));
        Path own = Files.write(folder.resolve("own.p12"), GATEWAY.keystore(PASSWORD));
        TlsDoor opened = new TlsDoor(
                ((TomcatWebServer) server()).getTomcat().getService(),
                own,
                trusted(folder.resolve("trusted.p12")),
                PASSWORD);
        open.add(opened);
        door = opened.address().resolve(callBacks().getPath());
    }

    private static Path trusted(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Supplier each : List.of(JINAN, NEIGHBOUR, LAST_YEARS)) {
            store.setCertificateEntry("trusted-" + store.size(), each.certificate());
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    @Override
    protected String spokenTo(URI system) {
        return """
            transport: rest, url: "%s/esb/transformation", signature: client-certificate, account: %s\
            """.formatted(system, fingerprint(registered));
    }

    private static String fingerprint(Supplier of) {
        try {
            byte[] certificate = of.certificate().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> calls(Supplier shown, String body) throws Exception {
        Tls tls = new Tls(shown.key(), List.of(shown.certificate()), List.of(GATEWAY.certificate()));
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Content-Type", "application/json")
                .header("client-certificate", fingerprint(registered))
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newBuilder().sslContext(tls.context()).build().send(request, BodyHandlers.ofString());
    }

    private void isRefused(Supplier shown, String reason, CapturedOutput log) throws Exception {
        String body = callBack(known(), "3", "");
        HttpResponse<String> answer = calls(shown, body);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("bad-signature", reason);
        assertThat(outcomes(body)).isEmpty();
        assertThat(log.getAll()).contains(door.getPath() + ": bad-signature " + reason);
    }

    @Test
    void areLetInWithTheOneThatIsRegistered() throws Exception {
        String application = known();
        String body = callBack(application, "3", "");
        assertThat(calls(JINAN, body).body()).contains("\"code\":\"0000\"");
        assertThat(outcomes(body)).containsExactly("accepted");
        Map<String, Object> entry = heard(number(application)).get(0);
        assertThat(new String((byte[]) entry.get("manifest"), StandardCharsets.UTF_8))
                .contains("\"attested\":{\"of\":\"" + GRID_OF_JINAN + "\",\"means\":\"client-certificate\"}");
    }

    @Test
    void areRefusedWithoutAny(CapturedOutput log) throws Exception {
        isRefused(NONE, "连接未出示客户端证书", log);
    }

    @Test
    void areRefusedWithAnotherPartners(CapturedOutput log) throws Exception {
        isRefused(NEIGHBOUR, "连接所出示的客户端证书未登记给贵方", log);
    }

    @Test
    void areRefusedWithOneThatIsOver(CapturedOutput log) throws Exception {
        registered = LAST_YEARS;
        isRefused(LAST_YEARS, "连接所出示的客户端证书不在有效期内", log);
    }

    @Test
    void getNoFurtherThanTheHandshakeWithAnotherAuthoritys(CapturedOutput log) throws Exception {
        String body = callBack(known(), "3", "");
        LoggingSystem logging = bean(LoggingSystem.class);
        logging.setLogLevel(HANDSHAKES, LogLevel.DEBUG);
        if (!SLF4JBridgeHandler.isInstalled()) {
            // Another gateway of this JVM took it away when it was closed.
            SLF4JBridgeHandler.install();
        }
        try {
            assertThatThrownBy(() -> calls(FORGED, body)).isInstanceOf(SSLException.class);
            await().untilAsserted(() -> assertThat(log).contains("Handshake failed", "PKIX path validation failed"));
        } finally {
            logging.setLogLevel(HANDSHAKES, null);
        }
        assertThat(outcomes(body)).isEmpty();
    }
}
