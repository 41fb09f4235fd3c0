package org.dianqiao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dianqiao.Homes;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Plots;
import org.dianqiao.platform.EmbeddedDatabase;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.platform.Serve;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Desk;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Part;
import org.dianqiao.sandbox.Sandbox;
import org.dianqiao.sandbox.Setting;
import org.dianqiao.sandbox.Signatories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The story was played, and more: nothing of it that may be personal stands anywhere in the database in clear. */
class AtRestTest {

    private static final String REFUSAL = "业主河南中原置业有限公司（13700000371）已在本单位立户";
    private static final String CONTACT = "13700000372";

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Path HOME = Homes.fresh();

    private static ConfigurableApplicationContext gateway;
    private static Sandbox sandbox;
    private static Office refusing;
    private static Haystack rows;
    private static Haystack files;

    @BeforeAll
    static void playTheStoryAndMore() throws IOException {
        gateway = Serve.run("--dianqiao.home=" + HOME, "--dianqiao.sandbox=keys", "--server.port=0");
        sandbox = Sandbox.start(keys(), url(), Setting.anywhere(Duration.ofMillis(20)), CLOCK, silence());
        point(sandbox.grid().counter().endpoint());
        sandbox.play();
        await().until(() -> count("lead.answered") >= 3 && count("lead.lookup") >= 1);
        brings(plans());
        brings(Letter.event("project.code-assigned", wrong()));
        refusing = refusing();
        point(refusing.endpoint());
        brings(Letter.event("project.code-assigned", Plots.coded()));
        await().until(() -> refusals() == 1);
        rows = Haystack.ofTables(owner());
        files = Haystack.ofFiles(HOME.resolve("data"));
    }

    @AfterAll
    static void end() {
        refusing.close();
        sandbox.close();
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "河南中原置业有限公司",
                "91410100MA7K3D2F5N",
                "13700000371",
                "中原·金水科创园",
                "杨金路与鸿宝路",
                "王经理",
                "13700000095",
                CONTACT
            })
    void isNowhereInClear(String personal) {
        assertThat(rows.formsOf(personal)).isEmpty();
        assertThat(files.formsOf(personal)).isEmpty();
    }

    @Test
    void isLookedForInEverythingThatIsStored() {
        assertThat(rows.formsOf(Plots.CODE)).contains("as it is");
        assertThat(files.formsOf(Plots.CODE)).contains("as it is");
        assertThat(rows.size()).isGreaterThan(5 << 19);
    }

    /** More than one piece, a name on every page. */
    private static Letter plans() {
        byte[] plans = ("业主 河南中原置业有限公司 " + CONTACT + "\n").repeat(60_000).getBytes(StandardCharsets.UTF_8);
        return Letter.of(
                "project.code-assigned",
                "event",
                List.of(Part.json(Plots.coded()), new Part("总平面图.txt", "text/plain", plans)));
    }

    /** Refused: the refusal is kept, and does not repeat what was wrong. */
    private static ObjectNode wrong() {
        ObjectNode project = Plots.coded();
        project.withObject("/owner").put("idType", "13700000371").put("kind", "王经理");
        return project;
    }

    private static void brings(Letter letter) throws IOException {
        Desk desk = new Desk(Identity.open("approval.henan", keys().resolve("approval.henan")), url(), pinned(), CLOCK);
        Answer answer = desk.send(letter);
        assertThat(answer.status()).isIn(202, 422);
    }

    /** Signed, so its words are kept. */
    private static Office refusing() throws IOException {
        Office office = Office.of(Identity.open("grid.henan", keys().resolve("grid.henan")));
        byte[] problem = Plots.object()
                .put("code", "contract-violated")
                .put("detail", REFUSAL)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        office.manner(visit -> new Response(422, "refusal", null, "application/problem+json", problem));
        return office;
    }

    private static void point(URI endpoint) throws IOException {
        Homes.point(HOME, "grid.henan", endpoint);
        gateway.getBean(FileWatch.class).refresh();
    }

    private static long count(String service) {
        return owner().sql("SELECT count(*) FROM ledger_entry WHERE service = ? AND outcome = 'accepted'")
                .param(service)
                .query(Long.class)
                .single();
    }

    private static long refusals() {
        return owner().sql(
                        "SELECT count(*) FROM ledger_entry WHERE direction = 'out' AND outcome = 'contract-violated'")
                .query(Long.class)
                .single();
    }

    private static JdbcClient owner() {
        EmbeddedDatabase database = gateway.getBean(EmbeddedDatabase.class);
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword()));
    }

    private static URI url() {
        ServletWebServerApplicationContext server = (ServletWebServerApplicationContext) gateway;
        return URI.create("http://127.0.0.1:" + server.getWebServer().getPort());
    }

    private static Path keys() {
        return HOME.resolve("data/sandbox");
    }

    private static Signatories pinned() throws IOException {
        return Signatories.pinned(keys().resolve("gateway.pem"));
    }

    private static PrintStream silence() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
