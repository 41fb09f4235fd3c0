package org.dianqiao.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.dianqiao.Homes;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.national.Callers;
import org.dianqiao.sandbox.national.NationalPlatform;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb `doctor` on secrets: whether they are those that the other side has, found out without effect there. */
class DoctorOfSignaturesTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String TOKEN = "TESTTOKEN0123456789";

    private final Path home = Homes.fresh();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer theirs;
    private Clock ours = CLOCK;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        SandboxKeys.make(home.resolve("data/sandbox"), CLOCK);
        theirs = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        theirs.start();
    }

    @AfterEach
    void close() {
        theirs.stop(0);
        Homes.leave(home);
    }

    private void gate(int otherwise, int letIn, Predicate<Headers> admitted) {
        theirs.createContext("/", call -> {
            asked.add(call.getRequestMethod() + " " + call.getRequestBody().readAllBytes().length);
            call.sendResponseHeaders(admitted.test(call.getRequestHeaders()) ? letIn : otherwise, -1);
            call.close();
        });
    }

    private static boolean isTif(Headers headers) {
        String time = headers.getFirst("x-tif-timestamp");
        return signature(time + TOKEN + headers.getFirst("x-tif-nonce") + time)
                .equals(headers.getFirst("x-tif-signature"));
    }

    private static String signature(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + theirs.getAddress().getPort() + "/esb");
    }

    private int examine(URI url, String secret, String endpoint) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("secrets")).resolve("theirs"), secret);
        Files.writeString(home.resolve("mappings/partners/grid.jinan.yaml"), """
            id: grid.jinan
            name: { zh: 国网济南供电公司, en: State Grid Jinan }
            kind: utility
            region: "370100"
            utility: electricity
            endpoint: { dialect: marketing, url: "%s", secret: "file:secrets/theirs", %s }
            sends: [ { service: progress.reported } ]
            receives: [ supply.applied ]
            """.formatted(url, endpoint));
        return examine("grid.jinan");
    }

    private int examine(String partner) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words = {"--partner", partner, "--dianqiao.home=" + home, "--dianqiao.sandbox=keys"};
        return Doctor.run(words, out, out, ours);
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void findsThatATokenIsNotTheirs(int status) throws IOException {
        gate(status, 405, DoctorOfSignaturesTest::isTif);
        String endpoint = "transport: rest, signature: x-tif, account: dianqiao";
        assertThat(examine(address(), TOKEN, endpoint)).as(told()).isZero();
        assertThat(told()).contains("ok    签名 signature: 对方放行我方签名的空请求（HTTP 405），不放行没有签名的（HTTP " + status + "）");
        assertThat(examine(address(), TOKEN + "0", endpoint)).isOne();
        assertThat(told())
                .contains("BAD   签名 signature: 对方不放行我方签名的空请求（HTTP " + status + "），请与对方核对 account, secret, letters")
                .endsWith("1 处不对：签名 / wrong: signature\n");
    }

    /** The right secret would be turned away as well. */
    @Test
    void blamesTheClockAloneWhereASignatureComesTooLate() throws IOException {
        gate(401, 405, any -> false);
        ours = Clock.offset(CLOCK, Duration.ofSeconds(200));
        assertThat(examine(address(), TOKEN, "transport: rest, signature: x-tif, account: dianqiao"))
                .isOne();
        assertThat(told())
                .contains("BAD   时钟 clock: 对方时钟比我方慢 ", " 秒，最多可差 180 秒，")
                .contains("note  签名 signature: 签名是否正确没有试：时钟相差过大")
                .doesNotContain("与对方核对")
                .endsWith("1 处不对：时钟 / wrong: clock\n");
        assertThat(asked).as("nothing is signed").hasSize(1);
    }

    @Test
    void wantsTheClockLookedAtBeforeASecretIsDoubted() throws IOException {
        gate(401, 405, any -> false);
        ours = Clock.offset(CLOCK, Duration.ofSeconds(-100));
        assertThat(examine(address(), TOKEN, "transport: rest, signature: x-tif, account: dianqiao"))
                .isOne();
        assertThat(told())
                .contains("note  时钟 clock: 对方时钟比我方快 ")
                .contains("BAD   签名 signature: 对方不放行我方签名的空请求（HTTP 401），请先核对时钟，再与对方核对 account");
    }

    @Test
    void findsThatABearerIsNotTheirs() throws IOException {
        gate(401, 200, headers -> ("Bearer " + TOKEN).equals(headers.getFirst("Authorization")));
        assertThat(examine(address(), TOKEN, "transport: rest, signature: bearer"))
                .as(told())
                .isZero();
        assertThat(examine(address(), TOKEN + "0", "transport: rest, signature: bearer"))
                .isOne();
        assertThat(told()).contains("BAD   签名 signature: 对方不放行我方签名的空请求（HTTP 401），请与对方核对 secret 和授权");
    }

    @Test
    void sendsNothingButEmptyQuestions() throws IOException {
        gate(401, 200, DoctorOfSignaturesTest::isTif);
        examine(address(), TOKEN, "transport: rest, signature: x-tif, account: dianqiao");
        assertThat(asked).isNotEmpty().containsOnly("HEAD 0");
    }

    @Test
    void saysWhereADoorTellsNothing() throws IOException {
        gate(404, 404, any -> true);
        assertThat(examine(address(), TOKEN, "transport: rest, signature: bearer"))
                .as(told())
                .isZero();
        assertThat(told()).contains("note  签名 signature: 空请求未签名时对方答 HTTP 404，签名后答 HTTP 404，secret 是否正确要到第一件报文才知道");
    }

    @Test
    void saysThatWhatStandsInABodyWasNotTried() throws IOException {
        gate(404, 404, any -> true);
        examine(address(), TOKEN, "transport: rest, signature: in-body, account: dianqiao");
        assertThat(told()).contains("note  签名 signature: account 和 secret 是否正确没有试：");
        assertThat(asked).hasSize(1);
    }

    @Test
    void saysThatASignatureInSoapWasNotTried() throws IOException {
        gate(404, 404, any -> true);
        Supplier ours = Supplier.rsa("gateway");
        Files.createDirectories(home.resolve("secrets"));
        Files.write(home.resolve("secrets/soap.p12"), ours.keystore(TOKEN));
        Files.writeString(home.resolve("secrets/theirs.pem"), ours.pem());
        examine(
                address(),
                TOKEN,
                "transport: soap, signature: ws-security, keystore: secrets/soap.p12, certificates: secrets/theirs.pem");
        assertThat(told()).contains("note  签名 signature: 对方是否登记了我方 SOAP 证书没有试：");
    }

    @Test
    void saysThatACertificateAtAPartnerOfTheProtocolWasNotTried() throws IOException {
        gate(401, 401, any -> true);
        Homes.point(home, "grid.henan", URI.create(address() + "/exchange/v1"));
        assertThat(examine("grid.henan")).as(told()).isZero();
        assertThat(told()).contains("note  签名 signature: 对方是否登记了我方证书没有试：").endsWith("没有发现问题 / nothing is wrong\n");
    }

    @Test
    void findsThatASecretOfThePlatformIsNotTheirs() throws Exception {
        try (Callers platform = Callers.open(folder, Faults.none(), CLOCK)) {
            String endpoint = "transport: rest, signature: gjgxjhpt, account: \"%s\", service: %s"
                    .formatted(NationalPlatform.REQUESTER, NationalPlatform.POPULATION);
            URI door = platform.service("").resolve("/rest");
            assertThat(examine(door, platform.secret(), endpoint)).as(told()).isZero();
            assertThat(told()).contains("ok    签名 signature: 对方放行我方签名的空请求（HTTP 200）");
            assertThat(examine(door, TOKEN, endpoint)).isOne();
            assertThat(told())
                    .contains("BAD   签名 signature: 对方不放行我方签名的空请求（HTTP 401），请先核对时钟，再与对方核对 account, service, secret");
        }
    }

    /** Whoever asks for another ends the one before. */
    @Test
    void takesNoSecretAwayFromAGatewayThatRuns() throws Exception {
        try (Callers platform = Callers.open(folder, Faults.none(), CLOCK)) {
            String inUse = platform.secret();
            String endpoint =
                    "transport: rest, signature: gjgxjhpt, account: \"%s\", service: %s, refresh: { url: \"%s\" }"
                            .formatted(NationalPlatform.REQUESTER, NationalPlatform.POPULATION, platform.refreshing());
            URI door = platform.service("").resolve("/rest");
            assertThat(examine(door, platform.kept("app-key"), endpoint))
                    .as(told())
                    .isZero();
            assertThat(told()).contains("note  签名 signature: app key 是否正确没有试：用它换取新密钥，网关正在使用的密钥就会作废");
            String sid = NationalPlatform.POPULATION;
            assertThat(platform.post(sid, inUse, "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void findsThatNobodyGivesSecretsOut() throws IOException {
        gate(401, 200, any -> false);
        try (Socket nobodyListens = new Socket()) {
            nobodyListens.bind(new InetSocketAddress("127.0.0.1", 0));
            int port = nobodyListens.getLocalPort();
            assertThat(examine(
                            address(),
                            "0123456789abcdef",
                            "transport: rest, signature: gjgxjhpt, account: df-41, service: s_41, refresh: { url: \"http://127.0.0.1:"
                                    + port + "/refresh\" }"))
                    .isOne();
            assertThat(told()).contains("BAD   端口 port: " + port + " 端口连接不上");
        }
    }

    @Test
    void findsThatASecretIsNobodys() throws IOException {
        Files.delete(home.resolve("data/sandbox/national-platform/app-key"));
        assertThat(examine("police.national")).isOne();
        assertThat(told()).contains("BAD   签名 signature: secret 指向沙箱的模拟系统");
    }
}
