package org.dianqiao.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.Homes;
import org.dianqiao.connector.WantingCertificates;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.sandbox.SandboxKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verb `doctor` on connections that want to see a certificate of ours. */
class DoctorOfClientCertificatesTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String PASSWORD = "TESTPASSWORD0123456789";
    private static final Supplier THEIRS = Supplier.server("marketing");
    private static final Supplier OURS = Supplier.elliptic("gateway");
    private static final Supplier AUTHORITY = Supplier.authority("authority");

    private final Path home = Homes.fresh();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpsServer theirs;
    private Clock ours = CLOCK;

    @BeforeEach
    void open() throws IOException {
        SandboxKeys.make(home.resolve("data/sandbox"), CLOCK);
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/token"), PASSWORD);
        Files.writeString(home.resolve("secrets/theirs.pem"), THEIRS.pem());
        theirs = server(THEIRS);
    }

    private static HttpsServer server(Supplier own) throws IOException {
        HttpsServer server = WantingCertificates.server(own, OURS);
        server.createContext("/", call -> {
            call.sendResponseHeaders(400, -1);
            call.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void close() {
        theirs.stop(0);
        Homes.leave(home);
    }

    private int examine(Supplier shown) throws IOException {
        Files.write(home.resolve("secrets/tls.p12"), shown.keystore(PASSWORD));
        return examine(
                "tls: { keystore: secrets/tls.p12, secret: \"file:secrets/token\", authorities: secrets/theirs.pem }");
    }

    private int examine(String tls) throws IOException {
        Files.writeString(home.resolve("mappings/partners/grid.jinan.yaml"), """
            id: grid.jinan
            name: { zh: 国网济南供电公司, en: State Grid Jinan }
            kind: utility
            region: "370100"
            utility: electricity
            endpoint:
              transport: rest
              dialect: marketing
              url: "https://127.0.0.1:%d/esb/transformation"
              signature: bearer
              secret: "file:secrets/token"
              %s
            sends: [ { service: progress.reported } ]
            receives: [ supply.applied ]
            """.formatted(
                        theirs.getAddress().getPort(), tls));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words = {"--partner", "grid.jinan", "--dianqiao.home=" + home, "--dianqiao.sandbox=keys"};
        return Doctor.run(words, out, out, ours);
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findsNothingWrongWhereItIsRegistered() throws IOException {
        assertThat(examine(OURS)).as(told()).isZero();
        assertThat(told())
                .contains("ok    TLS TLS: 我方客户端证书 CN=gateway（20260101） 有效至")
                .contains("clock: 对方时钟");
    }

    @Test
    void findsThatItIsNotRegisteredThere() throws IOException {
        assertThat(examine(Supplier.elliptic("gateway"))).as(told()).isOne();
        assertThat(told()).contains("BAD   TLS TLS: 握手", "请核对我方客户端证书 CN=gateway 是否已向对方登记");
    }

    /** What was shown in the first handshake was enough. */
    @Test
    void blamesNoCertificateWhereOnlyTheFirstRequestIsAnswered() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        theirs.createContext("/esb", call -> {
            if (asked.getAndIncrement() == 0) {
                call.sendResponseHeaders(405, -1);
            }
            call.close();
        });
        assertThat(examine(OURS)).as(told()).isOne();
        assertThat(told())
                .contains("clock: 对方时钟", "BAD   签名 signature: 对方应答了第一个空请求，后面的没有应答（")
                .doesNotContain("BAD   TLS")
                .endsWith("1 处不对：签名 / wrong: signature\n");
    }

    @Test
    void findsThatItEndsSoonAndThatItHasEnded() throws IOException {
        Instant end = OURS.certificate().getNotAfter().toInstant();
        ours = Clock.fixed(end.minus(Duration.ofDays(20)), CLOCK.getZone());
        examine(OURS);
        assertThat(told()).contains("note  TLS TLS: 我方客户端证书 CN=gateway（20260101） 有效至 " + end + "，请尽快更换");
        ours = Clock.fixed(end.plusSeconds(1), CLOCK.getZone());
        assertThat(examine(OURS)).isOne();
        assertThat(told()).contains("BAD   TLS TLS: 我方客户端证书 CN=gateway（20260101） 不在有效期内");
    }

    @Test
    void findsThatThePasswordIsAnothers() throws IOException {
        Files.write(home.resolve("secrets/tls.p12"), OURS.keystore(PASSWORD + "0"));
        assertThat(examine("tls: { keystore: secrets/tls.p12, secret: \"file:secrets/token\" }"))
                .isOne();
        assertThat(told()).contains("BAD   文件 files: ", "grid.jinan.yaml:", "cannot be opened with this `secret`");
    }

    @Test
    void findsThatTheirServerIsBelievedByNobody() throws IOException {
        Files.write(home.resolve("secrets/tls.p12"), OURS.keystore(PASSWORD));
        assertThat(examine("tls: { keystore: secrets/tls.p12, secret: \"file:secrets/token\" }"))
                .isOne();
        assertThat(told()).contains("BAD   TLS TLS: 握手失败", "对方服务器证书的颁发者不在信任之列");
    }

    @Test
    void findsThatTheirServersCertificateHasExpired() throws IOException {
        serves(AUTHORITY.issue("marketing", "127.0.0.1", Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(examine(OURS)).isOne();
        assertThat(told())
                .contains("BAD   TLS TLS: 握手失败", "对方服务器证书已经过期，请对方更换", "their server's certificate has expired")
                .endsWith("1 处不对：TLS / wrong: TLS\n");
    }

    @Test
    void findsThatTheirServersCertificateIsForAnotherHost() throws IOException {
        serves(AUTHORITY.issue("marketing", "127.0.0.9", CLOCK.instant().minus(Duration.ofDays(1))));
        assertThat(examine(OURS)).isOne();
        assertThat(told())
                .contains("BAD   TLS TLS: 握手失败", "对方服务器证书不是签发给 127.0.0.1 的，请核对地址，或请对方更换")
                .endsWith("1 处不对：TLS / wrong: TLS\n");
    }

    @Test
    void findsNothingWrongWithTheirServersCertificateThatAnAuthorityIssued() throws IOException {
        serves(AUTHORITY.issue("marketing", "127.0.0.1", CLOCK.instant().minus(Duration.ofDays(1))));
        assertThat(examine(OURS)).as(told()).isZero();
    }

    /** Java asks no further of what is registered itself. */
    @Test
    void notesThatTheirServersCertificateHasEndedThoughItIsAccepted() throws IOException {
        ours = Clock.fixed(THEIRS.certificate().getNotAfter().toInstant().plusSeconds(1), CLOCK.getZone());
        examine(OURS);
        assertThat(told()).contains("note  TLS TLS: TLSv1.3，对方服务器证书已于 ");
    }

    @Test
    void notesThatTheirServersCertificateIsYetToBeValidThoughItIsAccepted() throws IOException {
        ours = Clock.fixed(THEIRS.certificate().getNotBefore().toInstant().minusSeconds(1), CLOCK.getZone());
        examine(OURS);
        assertThat(told()).contains("note  TLS TLS: TLSv1.3，对方服务器证书 ", " 才生效，因为登记在 authorities 中才已被接受");
    }

    private void serves(Supplier own) throws IOException {
        theirs.stop(0);
        Files.writeString(home.resolve("secrets/theirs.pem"), AUTHORITY.pem());
        theirs = server(own);
    }
}
