package org.dianqiao.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.dianqiao.Homes;
import org.dianqiao.connector.WantingCertificates;
import org.dianqiao.doctor.Doctor;
import org.dianqiao.partner.Tls;
import org.dianqiao.platform.Serve;
import org.dianqiao.sandbox.Desk;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.Signatories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** src/docs/connectors.md, followed to the letter: its files written where it says, its commands typed as they stand. */
class ConnectorsPageIsTrueTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static final List<JsonNode> notices = new CopyOnWriteArrayList<>();
    private static final List<String> shown = new CopyOnWriteArrayList<>();
    private static final Path home = Homes.fresh();
    private static ConnectorsPage page;
    private static Told beforeItListens;
    private static Told onceItListens;
    private static HttpsServer platform;
    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void followThePage() throws IOException, InterruptedException, GeneralSecurityException {
        Programs.require("curl", "openssl");
        SandboxKeys.make(home.resolve("data/sandbox"), Clock.systemUTC());
        InetSocketAddress theirs;
        try (Socket nobodyListens = new Socket()) {
            nobodyListens.bind(new InetSocketAddress("127.0.0.1", 0));
            theirs = new InetSocketAddress("127.0.0.1", nobodyListens.getLocalPort());
            page = ConnectorsPage.of(theirs.getPort());
            page.writeFiles(home);
            type(page.preparations(), home);
            beforeItListens = askTheDoctor();
        }
        platform = WantingCertificates.server(theirs, platformsTls());
        platform.createContext("/", ConnectorsPageIsTrueTest::letIn);
        platform.start();
        onceItListens = askTheDoctor();
        gateway = Serve.run("--dianqiao.home=" + home, "--dianqiao.sandbox=keys", "--server.port=0");
    }

    /** As its operator sets it up: with what the page makes in their stead, and the certificate of ours that it gives them. */
    private static Tls platformsTls() throws IOException, GeneralSecurityException {
        char[] password = "TESTPASSWORD0123456789".toCharArray();
        KeyStore theirs = KeyStore.getInstance(home.resolve("theirs.p12").toFile(), password);
        return new Tls(
                (PrivateKey) theirs.getKey("zhengdong", password),
                List.of((X509Certificate) theirs.getCertificate("zhengdong")),
                List.of(certificate(home.resolve("ours.pem"))));
    }

    private static X509Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private record Told(int code, String text) {}

    private static Told askTheDoctor() {
        List<String> words = new ArrayList<>(List.of(page.askedOfTheDoctor()));
        words.addAll(List.of("--dianqiao.home=" + home, "--dianqiao.sandbox=keys"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Doctor.run(words.toArray(String[]::new), out, out);
        return new Told(code, said.toString(StandardCharsets.UTF_8));
    }

    private static void letIn(HttpExchange call) throws IOException {
        shown.add(((HttpsExchange) call).getSSLSession().getPeerPrincipal().getName());
        if (!isSigned(call.getRequestHeaders())) {
            call.sendResponseHeaders(401, -1);
        } else if (call.getRequestURI().getPath().equals("/api/notices")) {
            take(call);
        } else {
            call.sendResponseHeaders(405, -1);
        }
        call.close();
    }

    private static boolean isSigned(Headers headers) {
        String time = headers.getFirst("x-tif-timestamp");
        String signed = time + "TESTTOKEN0123456789" + headers.getFirst("x-tif-nonce") + time;
        return sha256(signed).equals(headers.getFirst("x-tif-signature"));
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(HttpExchange call) throws IOException {
        notices.add(JSON.readTree(call.getRequestBody()));
        byte[] answer = "{\"code\":\"0\"}".getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
    }

    @AfterAll
    static void goHome() {
        gateway.close();
        platform.stop(0);
    }

    @Test
    void theDoctorSaysWhatItSays() {
        assertThat(beforeItListens.text()).matches(page.saidByTheDoctor());
        assertThat(beforeItListens.code()).isOne();
    }

    @Test
    void theDoctorFindsNothingWrongOnceThePlatformListens() {
        assertThat(onceItListens.text())
                .contains("ok    TLS TLS: ", "ok    时钟 clock: ", "ok    签名 signature: 对方放行我方签名的空请求（HTTP 405）")
                .doesNotContain("note")
                .endsWith("没有发现问题 / nothing is wrong\n");
        assertThat(onceItListens.code()).isZero();
    }

    @Test
    void itsCommandsSayWhatItSays() throws IOException, InterruptedException {
        type(page.trials(), folder);
        assertThat(said()).containsExactly("accepted", "contract-violated");
        assertThat(database()
                        .sql("SELECT count(*) FROM lead WHERE project_code = '2610-410105-04-01-312071'")
                        .query(Long.class)
                        .single())
                .isOne();
        everyOneIsMarkedAsOurWriting();
    }

    private static void everyOneIsMarkedAsOurWriting() {
        assertThat(database()
                        .sql(
                                "SELECT manifest FROM ledger_entry WHERE partner = 'approval.zhengdong' AND direction = 'in'")
                        .query((row, n) -> manifest(row.getBytes(1)))
                        .list())
                .hasSize(2)
                .allSatisfy(manifest -> {
                    assertThat(manifest.at("/attested/of").asText()).isEqualTo("approval.zhengdong");
                    assertThat(manifest.at("/attested/means").asText()).isEqualTo("x-tif");
                    assertThat(manifest.path("from").asText()).isEqualTo("approval.zhengdong");
                });
    }

    private static JsonNode manifest(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aNoticeReachesThePlatformInItsOwnWords() throws IOException {
        Identity grid = Identity.open("grid.henan", home.resolve("data/sandbox/grid.henan"));
        Signatories signatories = Signatories.pinned(home.resolve("data/sandbox/gateway.pem"));
        JsonNode notice = JSON.createObjectNode().put("kind", "open-capacity").put("title", "10千伏可开放容量");
        new Desk(grid, address(), signatories, Clock.systemUTC()).send(Letter.event("notice.published", notice));
        await().until(() -> !notices.isEmpty());
        assertThat(notices.get(0).path("bt").asText()).isEqualTo("10千伏可开放容量");
        assertThat(notices.get(0).path("lx").asText()).isEqualTo("open-capacity");
        assertThat(shown).isNotEmpty().containsOnly("CN=dianqiao");
        await().untilAsserted(() -> assertThat(database()
                        .sql(
                                "SELECT outcome FROM ledger_entry WHERE direction = 'out' AND partner = 'approval.zhengdong'")
                        .query(String.class)
                        .list())
                .containsExactly("delivered"));
    }

    private static List<String> said() {
        return database()
                .sql(
                        "SELECT outcome FROM ledger_entry WHERE partner = 'approval.zhengdong' AND direction = 'in' ORDER BY id")
                .query(String.class)
                .list();
    }

    private static JdbcClient database() {
        return gateway.getBean(JdbcClient.class);
    }

    private static URI address() {
        int port = ((ServletWebServerApplicationContext) gateway).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void type(String commands, Path where) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path file = Files.writeString(folder.resolve("connectors.sh"), commands);
        ProcessBuilder shell = new ProcessBuilder("sh", file.toString())
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().merge("PATH", System.getProperty("java.home") + "/bin", (all, java) -> java + ":" + all);
        shell.environment().put("HOME_DIR", home.toString());
        if (gateway != null) {
            shell.environment().put("GATEWAY", address().toString());
        }
        Process typed = shell.start();
        boolean ended = typed.waitFor(2, TimeUnit.MINUTES);
        typed.destroyForcibly().onExit().join();
        assertThat(ended && typed.exitValue() == 0).as(Files.readString(output)).isTrue();
    }
}
