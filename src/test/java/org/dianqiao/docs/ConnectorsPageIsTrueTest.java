package org.dianqiao.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.dianqiao.Homes;
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
    private static final Pattern FILE =
            Pattern.compile("^```(?:yaml|json|text) (\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String THEIRS = "http://127.0.0.1:9209/api";

    @TempDir
    private static Path folder;

    private static final List<JsonNode> notices = new CopyOnWriteArrayList<>();
    private static final Path home = Homes.fresh();
    private static String page = "";
    private static HttpServer platform;
    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void followThePage() throws IOException, InterruptedException {
        Programs.require("curl", "openssl");
        page = Files.readString(Path.of("src/docs/connectors.md"));
        platform = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        platform.createContext("/api/notices", ConnectorsPageIsTrueTest::take);
        platform.start();
        SandboxKeys.make(home.resolve("data/sandbox"), Clock.systemUTC());
        for (var file : FILE.matcher(page).results().toList()) {
            Path place = home.resolve(file.group(1));
            Files.createDirectories(place.getParent());
            Files.writeString(place, file.group(2).replace(THEIRS, theirs()));
        }
        gateway = Serve.run("--dianqiao.home=" + home, "--dianqiao.sandbox=keys", "--server.port=0");
    }

    private static String theirs() {
        return "http://127.0.0.1:" + platform.getAddress().getPort() + "/api";
    }

    private static void take(HttpExchange call) throws IOException {
        notices.add(JSON.readTree(call.getRequestBody()));
        byte[] answer = "{\"code\":\"0\"}".getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    @AfterAll
    static void goHome() {
        gateway.close();
        platform.stop(0);
    }

    @Test
    void itsCommandsSayWhatItSays() throws IOException, InterruptedException {
        String commands = "set -e\n"
                + String.join(
                        "",
                        COMMANDS.matcher(page)
                                .results()
                                .map(each -> each.group(1))
                                .toList());
        Path output = folder.resolve("output");
        Process shell = shell(commands, output);
        boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
        shell.destroyForcibly().onExit().join();
        assertThat(ended && shell.exitValue() == 0).as(Files.readString(output)).isTrue();
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

    private static Process shell(String commands, Path output) throws IOException {
        Path file = Files.writeString(folder.resolve("connectors.sh"), commands);
        ProcessBuilder shell = new ProcessBuilder("sh", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("GATEWAY", address().toString());
        shell.environment().put("HOME_DIR", home.toString());
        return shell.start();
    }
}
