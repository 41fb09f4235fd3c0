package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.Dianqiao;
import org.dianqiao.Homes;
import org.dianqiao.Plots;
import org.dianqiao.platform.Serve;
import org.dianqiao.sandbox.SandboxKeys;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway that is killed when its own commit is over, and before the rows' own table knows of it. */
class KilledBeforeWritingBackTest {

    private static final String PLATFORM = "approval.kaifeng";

    private final Path home = Homes.fresh();
    private final Tables tables = Engine.POSTGRESQL.fresh();

    @Test
    void findsItsMessagesWhenItComesBackAndSaysThemOnce() throws Exception {
        SandboxKeys.make(home.resolve("data/sandbox"), Clock.systemUTC());
        register();
        for (int i = 0; i < 3; i++) {
            tables.insert(PROJECTS, project(Plots.freshCode("410202")));
        }
        hangWhenWrittenBack();
        Process gateway = gateway();
        await().until(this::isBeingWrittenBack);
        gateway.destroyForcibly().onExit().join();
        writeNothingMore();
        assertThat(tables.count(PROJECTS, 0)).isEqualTo(3);
        try (ConfigurableApplicationContext again = Serve.run(settings().toArray(String[]::new))) {
            JdbcClient ours = again.getBean(JdbcClient.class);
            assertThat(accepted(ours)).as("before it was killed").isEqualTo(3);
            await().until(() -> tables.count(PROJECTS, 1) == 3);
            assertThat(accepted(ours)).isEqualTo(3);
        }
    }

    private void register() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("secrets")).resolve("front"), tables.password());
        Files.writeString(home.resolve("mappings/partners/" + PLATFORM + ".yaml"), """
            id: %s
            name: { zh: 开封市工程建设项目审批管理系统, en: Kaifeng approval platform }
            kind: approval-platform
            region: "410200"
            endpoint:
              transport: database
              dialect: approval-exchange
              url: "%s"
              tables: _V3
              account: %s
              secret: "file:secrets/front"
            sends: [ { service: project.code-assigned } ]
            """.formatted(
                        PLATFORM, tables.url(), Engine.POSTGRESQL.account()));
    }

    private void hangWhenWrittenBack() {
        tables.jdbc().sql("""
            CREATE FUNCTION hang() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN PERFORM pg_sleep(600); RETURN new; END'
            """).update();
        tables.jdbc()
                .sql("CREATE TRIGGER hang BEFORE UPDATE ON " + PROJECTS + " FOR EACH ROW EXECUTE FUNCTION hang()")
                .update();
    }

    /** Their server does not see at once that nobody is there any more. */
    private void writeNothingMore() {
        tables.jdbc()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .query()
                .listOfRows();
        tables.jdbc().sql("DROP TRIGGER hang ON " + PROJECTS).update();
    }

    private boolean isBeingWrittenBack() {
        return tables.jdbc()
                        .sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Process gateway() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-cp", System.getProperty("java.class.path"), Dianqiao.class.getName(), "serve"));
        command.addAll(settings());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("gateway.log").toFile())
                .start();
    }

    private List<String> settings() {
        return List.of(
                "--dianqiao.home=" + home,
                "--dianqiao.sandbox=keys",
                "--server.port=0",
                "--dianqiao.front.interval=1s",
                "--dianqiao.front.timeout=10m");
    }

    private static int accepted(JdbcClient ours) {
        return ours.sql("SELECT count(*) FROM ledger_entry WHERE direction = 'in' AND partner = ?")
                .param(PLATFORM)
                .query(Integer.class)
                .single();
    }
}
