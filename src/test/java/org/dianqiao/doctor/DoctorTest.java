package org.dianqiao.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.dianqiao.Homes;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.docs.ConnectorsPage;
import org.dianqiao.sandbox.SandboxKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb `doctor` on connections with one thing wrong each. */
class DoctorTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String EXAMPLE = "mappings/dialects/zhengdong/code-assigned.out.json";

    private final Path home = Homes.fresh();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer theirs;
    private Clock ours = CLOCK;

    @BeforeEach
    void open() throws IOException {
        SandboxKeys.make(home.resolve("data/sandbox"), CLOCK);
        theirs = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        theirs.createContext("/", call -> {
            call.sendResponseHeaders(400, -1);
            call.close();
        });
        theirs.start();
        point("http://127.0.0.1:" + theirs.getAddress().getPort() + "/exchange/v1");
    }

    @AfterEach
    void close() {
        theirs.stop(0);
    }

    private void point(String url) throws IOException {
        Homes.point(home, "grid.henan", URI.create(url));
    }

    private int examine(String partner) {
        return Doctor.run(
                new String[] {"--partner", partner, "--dianqiao.home=" + home, "--dianqiao.sandbox=keys"},
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                ours);
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findsNothingWrongWithAConnectionThatWorks() {
        assertThat(examine("grid.henan")).as(told()).isZero();
        assertThat(told())
                .contains("name: 127.0.0.1 是 127.0.0.1")
                .contains("clock: 对方时钟比我方")
                .contains("certificate: ")
                .contains("lead.assigned")
                .doesNotContain("BAD");
    }

    @Test
    void findsNameThatNobodyKnows() throws IOException {
        point("http://grid.invalid:9101/exchange/v1");
        assertThat(examine("grid.henan")).isOne();
        assertThat(told()).contains("BAD   域名 name: 域名服务不认识 grid.invalid").doesNotContain("port:");
    }

    @Test
    void findsPortThatNobodyListensAt() throws IOException {
        int closed;
        try (ServerSocket once = new ServerSocket(0)) {
            closed = once.getLocalPort();
        }
        point("http://127.0.0.1:" + closed + "/exchange/v1");
        assertThat(examine("grid.henan")).isOne();
        assertThat(told()).contains("BAD   端口 port: " + closed + " 端口连接不上");
    }

    @Test
    void findsServerThatDoesNotSpeakTls() throws IOException {
        point("https://127.0.0.1:" + theirs.getAddress().getPort() + "/exchange/v1");
        assertThat(examine("grid.henan")).isOne();
        assertThat(told()).contains("BAD   TLS TLS: 握手失败");
    }

    @Test
    void notesThatTheySendUsElsewhere() {
        theirs.removeContext("/");
        theirs.createContext("/", call -> {
            call.getResponseHeaders().add("Location", "http://169.254.169.254/");
            call.sendResponseHeaders(302, -1);
            call.close();
        });
        assertThat(examine("grid.henan")).as(told()).isZero();
        assertThat(told()).contains("note  端口 port: 空请求得到的应答是转向他处（HTTP 302）");
    }

    @Test
    void findsClockThatIsWrong() {
        ours = Clock.offset(CLOCK, Duration.ofMinutes(7));
        assertThat(examine("grid.henan")).isOne();
        assertThat(told()).contains("BAD   时钟 clock: 对方时钟比我方慢 4");
    }

    @Test
    void notesAClockThatTheProtocolStillAllows() {
        ours = Clock.offset(CLOCK, Duration.ofSeconds(200));
        assertThat(examine("grid.henan")).as(told()).isZero();
        assertThat(told()).contains("note  时钟 clock: 对方时钟比我方慢 ");
    }

    @Test
    void findsThatNoCertificateIsRegistered() throws IOException {
        register("region: \"410200\"\nreceives: [lead.assigned]");
        assertThat(examine("grid.kaifeng")).isOne();
        assertThat(told()).contains("BAD   证书 certificate: 没有登记证书").contains("BAD   授权 grant: 文件里没有 endpoint");
    }

    @Test
    void findsCertificatesThatAreOver() {
        ours = Clock.offset(CLOCK, Duration.ofDays(20 * 366));
        assertThat(examine("grid.henan")).isOne();
        assertThat(told()).contains("BAD   证书 certificate: ", "不被接受", "BAD   签名 signature: 我方签名证书不被接受：");
    }

    @Test
    void findsCertificateOfAnAuthorityThatNobodyTrusts() throws IOException {
        Path elsewhere = Homes.fresh();
        SandboxKeys.make(elsewhere, CLOCK);
        Path registered = Files.createDirectories(home.resolve("certs/partners/grid.henan"));
        Files.copy(elsewhere.resolve("grid.henan/certificate.pem"), registered.resolve("new.pem"));
        assertThat(examine("grid.henan")).isOne();
        assertThat(told()).contains("ok    证书 certificate: ", "BAD   证书 certificate: ", "is not accepted");
    }

    @Test
    void findsThatNothingIsGranted() throws IOException {
        register("region: \"410100\"");
        assertThat(examine("grid.kaifeng")).isOne();
        assertThat(told()).contains("BAD   授权 grant: 没有任何授权");
    }

    @Test
    void findsRegionThatIsInNoTable() throws IOException {
        register("region: \"419900\"\nreceives: [lead.assigned]");
        assertThat(examine("grid.kaifeng")).isOne();
        assertThat(told()).contains("BAD   授权 grant: 行政区划表中没有 419900");
    }

    private void register(String granted) throws IOException {
        Files.writeString(
                home.resolve("mappings/partners/grid.kaifeng.yaml"),
                "id: grid.kaifeng\nname: { zh: 国网开封供电公司, en: State Grid Kaifeng }\nkind: utility\n" + granted + "\n");
    }

    @Test
    void findsWhatWouldStopTheStart() throws IOException {
        Path file = home.resolve("mappings/partners/grid.henan.yaml");
        Files.writeString(file, Files.readString(file).replace("kind: utility", "kind: utilty"));
        assertThat(examine("grid.henan")).isOne();
        assertThat(told()).contains("grid.henan.yaml:").contains("utilty");
    }

    @Test
    void findsAllThatWouldStopTheStartAtOnce() throws IOException {
        Path partner = home.resolve("mappings/partners/grid.henan.yaml");
        Files.writeString(partner, Files.readString(partner).replace("kind: utility", "kind: utilty"));
        Path mapping = home.resolve("mappings/dialects/zhengdong/code-assigned.jslt");
        Files.createDirectories(mapping.getParent());
        Files.writeString(mapping, """
                {
                  "projectCode": .xmdm
                  "projectName": .xmmc
                }
                """);
        assertThat(examine("grid.henan")).isOne();
        assertThat(told())
                .contains("grid.henan.yaml:3: ", "utilty")
                .contains("code-assigned.jslt:3: `\"projectName\"` cannot stand here")
                .doesNotContain("Encountered", "Parse error");
    }

    @Test
    void findsThatThereIsNoSuchPartner() {
        assertThat(examine("grid.mars")).isOne();
        assertThat(told()).contains("mappings/partners/grid.mars.yaml");
    }

    @Test
    void findsDialectThatFits() throws IOException {
        letZhengdongIn();
        assertThat(examine("approval.zhengdong")).as(told()).isZero();
        assertThat(told())
                .contains("/connect/v1/approval.zhengdong/zhengdong/code-assigned")
                .contains("code-assigned.out.json 符合 project.code-assigned 的约定");
    }

    @Test
    void findsExampleThatDoesNotFitTheContract() throws IOException {
        letZhengdongIn();
        Path example = home.resolve(EXAMPLE);
        Files.writeString(example, Files.readString(example).replace("\"410105\"", "\"zhengdong\""));
        assertThat(examine("approval.zhengdong")).isOne();
        assertThat(told()).contains("BAD   约定 contract: 示例 code-assigned.out.json 不符合");
    }

    @Test
    void findsRouteAndMappingThatAreMissing() throws IOException {
        letZhengdongIn();
        Files.delete(home.resolve("routes/connectors/zhengdong/notice.published.camel.yaml"));
        Files.delete(home.resolve("mappings/dialects/zhengdong/code-assigned-answer.jslt"));
        assertThat(examine("approval.zhengdong")).isOne();
        assertThat(told())
                .contains("direct:zhengdong.notice.published")
                .contains("mappings/dialects/zhengdong/code-assigned-answer.jslt");
    }

    @Test
    void findsRouteThatWouldStopTheStart() throws IOException {
        letZhengdongIn();
        replace("routes/connectors/zhengdong/notice.published.camel.yaml", "steps:", "stops:");
        assertThat(examine("approval.zhengdong")).isOne();
        assertThat(told()).contains("notice.published.camel.yaml:", "Unsupported field: stops");
    }

    @Test
    void findsRouteThatIsNoYaml() throws IOException {
        letZhengdongIn();
        replace("routes/connectors/zhengdong/notice.published.camel.yaml", "- route:", "- route: route:");
        assertThat(examine("approval.zhengdong")).isOne();
        assertThat(told()).contains("notice.published.camel.yaml:1: mapping values are not allowed here");
    }

    @Test
    void findsThatWhatComesInIsNotGranted() throws IOException {
        letZhengdongIn();
        replace("mappings/partners/approval.zhengdong.yaml", "project.code-assigned", "project.withdrawn");
        assertThat(examine("approval.zhengdong")).isOne();
        assertThat(told()).contains("BAD   授权 grant: 接入的路由报送的是 project.code-assigned，而授权发送的是 project.withdrawn");
    }

    @Test
    void doesNotMissARouteForWhatNobodyCarries() throws IOException {
        letZhengdongIn();
        replace("mappings/partners/approval.zhengdong.yaml", "project.code-assigned", "property.transferred");
        assertThat(examine("approval.zhengdong")).as(told()).isZero();
        assertThat(told()).contains("note  授权 grant: 本网关还没有开通服务 property.transferred");
    }

    @Test
    void notesThatNothingComesIn() throws IOException {
        letZhengdongIn();
        try (Stream<Path> routes = Files.list(home.resolve("routes/connectors/zhengdong"))) {
            for (Path route : routes.filter(route -> route.toString().contains("code-assigned"))
                    .toList()) {
                Files.delete(route);
            }
        }
        assertThat(examine("approval.zhengdong")).as(told()).isZero();
        assertThat(told()).contains("note  约定 contract: 可发送 project.code-assigned，但其方言没有接入的路由");
    }

    @Test
    void findsMappingThatMakesSomethingElseOfItsExample() throws IOException {
        letZhengdongIn();
        replace("mappings/dialects/zhengdong/code-assigned.jslt", ".xmmc", ".xmdm");
        assertThat(examine("approval.zhengdong")).isOne();
        assertThat(told()).contains("BAD   约定 contract: 由 code-assigned.in.json 得出的与 code-assigned.out.json 不同：/");
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(home.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(home.resolve(file), text.replace(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "'', --partner ID is missing",
        "--partner, --partner ID is missing",
        "--partnr grid.henan, there is no option --partnr",
        "--partner grid.henan --all, there is no option --all"
    })
    void asksForWhomToLookAt(String line, String told) {
        String[] words = line.isEmpty() ? new String[] {} : line.split(" ");
        int code = Doctor.run(words, System.out, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(2);
        assertThat(told()).startsWith("not done: " + told + "\n");
    }

    @Test
    void tellsOfTheKeysThatSoapIsSignedWith() throws IOException {
        Supplier ours = Supplier.rsa("gateway");
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/soap"), "TESTPASSWORD0123456789\n");
        Files.write(home.resolve("secrets/soap.p12"), ours.keystore("TESTPASSWORD0123456789"));
        Files.writeString(
                home.resolve("secrets/theirs.pem"),
                Supplier.expired("marketing").pem() + ours.pem());
        Files.writeString(home.resolve("mappings/partners/grid.jinan.yaml"), """
            id: grid.jinan
            name: { zh: 国网济南供电公司, en: State Grid Jinan }
            kind: utility
            region: "370100"
            utility: electricity
            endpoint:
              transport: soap
              dialect: marketing
              url: "http://127.0.0.1:%d/services/transformation"
              signature: ws-security
              keystore: secrets/soap.p12
              secret: "file:secrets/soap"
              certificates: secrets/theirs.pem
            sends: [ { service: progress.reported } ]
            receives: [ supply.applied ]
            """.formatted(
                        theirs.getAddress().getPort()));
        assertThat(examine("grid.jinan")).as(told()).isOne();
        assertThat(told())
                .contains("signed and checked by ours, CN=gateway")
                .contains("BAD   签名 signature: SOAP 签名：对方证书 CN=marketing")
                .contains("/connect/v1/grid.jinan/marketing/call-back-soap");
    }

    /** As src/docs/connectors.md does. */
    private void letZhengdongIn() throws IOException {
        ConnectorsPage.withoutTls("http://127.0.0.1:" + theirs.getAddress().getPort())
                .writeFiles(home);
    }
}
