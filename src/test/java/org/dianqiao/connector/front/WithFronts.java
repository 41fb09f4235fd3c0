package org.dianqiao.connector.front;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.platform.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Approval platforms with front-end databases, read when a test says so. */
abstract class WithFronts extends AtTheDoor {

    protected static final String REGION = "411721";
    protected static final int NEW = 0;
    protected static final int TAKEN = 1;
    protected static final int FAILED = -1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Each test has a platform of its own. */
    protected final String platform = "approval.front-" + NUMBER.incrementAndGet();

    protected Tables tables;

    protected void connect(Engine engine) {
        tables = engine.fresh();
        connect(engine.account(), tables, "");
    }

    protected void connect(String account, Tables to, String more) {
        secret(platform, to.password());
        newcomer(platform, """
            kind: approval-platform
            region: "%s"
            endpoint:
              transport: database
              dialect: approval-exchange
              url: "%s"
              %s
              account: %s
              secret: "file:secrets/%s"
            sends:
              - { service: project.code-assigned }
              - { service: project.updated }
              - { service: project.withdrawn }
              - { service: permit.decided }
            rate: { perSecond: 1, burst: 1 }
            %s""".formatted(REGION, to.url(), to.ending(), account, platform, more));
    }

    protected static void secret(String name, String text) {
        try {
            Files.writeString(Files.createDirectories(home().resolve("secrets")).resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody looks for a database that has gone with its test. */
    @AfterEach
    void disconnect() {
        describe(platform, "kind: approval-platform\nregion: \"" + REGION + "\"\n");
    }

    /** Once from beginning to end. */
    protected static void read() {
        FrontWatch watch = bean(FrontWatch.class);
        await().until(watch::isIdle);
        watch.read();
        await().until(watch::isIdle);
    }

    protected static String code() {
        return Plots.freshCode(REGION);
    }

    /** As if it had been so long since rows began to wait. */
    protected void pass(Duration time) {
        database()
                .sql("UPDATE front_wait SET since = ? WHERE front = ?")
                .param(OffsetDateTime.now(CLOCK).minus(time).withOffsetSameInstant(ZoneOffset.UTC))
                .param(platform)
                .update();
    }

    /** What the platform said, as the ledger has it: the services and outcomes, oldest first. */
    protected List<String> said() {
        return entries().stream()
                .map(entry -> entry.get("service") + " " + entry.get("outcome"))
                .toList();
    }

    protected List<Map<String, Object>> entries() {
        return database()
                .sql("SELECT * FROM ledger_entry WHERE direction = 'in' AND partner = ? ORDER BY id")
                .param(platform)
                .query()
                .listOfRows();
    }

    protected static JsonNode manifest(Map<String, Object> entry) {
        return json(new String((byte[]) entry.get("manifest"), StandardCharsets.UTF_8));
    }

    protected static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static DriverManagerDataSource owner() {
        EmbeddedDatabase database = bean(EmbeddedDatabase.class);
        return new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
    }

    protected static JsonNode lead(String code) {
        return accepted(post(query("grid.henan", "lead.lookup", Plots.leadOf(code))))
                .json();
    }
}
