package org.dianqiao.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.ledger.Entry.Direction;
import org.dianqiao.platform.EmbeddedDatabase;
import org.dianqiao.platform.Prepared;
import org.dianqiao.trust.Sm3;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests that have a ledger for themselves: a database of their own, and any number of nodes that seal it. */
abstract class WithLedger {

    protected static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** By their version, migrated once: a copy is had sooner than tables are made. */
    private static final Map<String, String> TEMPLATES = new HashMap<>();

    private final String database = "ledger_" + NUMBER.incrementAndGet();
    private final List<LedgerNode> nodes = new ArrayList<>();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final AtomicInteger entries = new AtomicInteger();

    /** Started for the first who asks for it. */
    private static final class Server {

        private static final Path FOLDER = folder();
        private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.start(Prepared.into(FOLDER));
    }

    @BeforeEach
    void makeTheDatabase() {
        create(database, TEMPLATES.computeIfAbsent(firstVersion(), WithLedger::template));
    }

    private static String template(String version) {
        String template = "version_" + version;
        create(template, "template1");
        migrate(template, version);
        return template;
    }

    private static void create(String database, String template) {
        superuser("postgres")
                .sql("CREATE DATABASE %s TEMPLATE %s OWNER %s"
                        .formatted(database, template, Server.POSTGRES.ownerUser()))
                .update();
    }

    @AfterEach
    void closeAll() {
        nodes.forEach(LedgerNode::close);
        pools.forEach(HikariDataSource::close);
        superuser("postgres").sql("DROP DATABASE " + database + " WITH (FORCE)").update();
    }

    /** With which version of the tables a test begins. */
    protected String firstVersion() {
        return "latest";
    }

    protected void migrate(String version) {
        migrate(database, version);
    }

    private static void migrate(String database, String version) {
        Flyway.configure()
                .dataSource(url(database), Server.POSTGRES.ownerUser(), Server.POSTGRES.ownerPassword())
                .placeholders(Map.of("role", Server.POSTGRES.user()))
                .target(version)
                .load()
                .migrate();
    }

    /** A gateway as far as its ledger goes, with a data folder of its own. */
    protected LedgerNode node() {
        return node(folder());
    }

    protected LedgerNode node(Path data) {
        return keep(new LedgerNode(data, pool(), CLOCK));
    }

    protected LedgerNode node(Path data, Clock clock) {
        return keep(new LedgerNode(data, pool(), clock));
    }

    protected LedgerNode node(Path data, Path keys) {
        return keep(new LedgerNode(data, pool(), CLOCK, keys));
    }

    /** A node that is reached over this line. */
    protected LedgerNode node(HungLine line) {
        String url = url(database).replaceFirst(":\\d+/", ":" + line.port() + "/");
        return keep(new LedgerNode(folder(), pool(url), CLOCK));
    }

    protected static HungLine line() {
        try {
            return new HungLine(URI.create(Server.POSTGRES.url().substring("jdbc:".length()))
                    .getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node in a process of its own. */
    protected SealerProcess sealerProcess() {
        return SealerProcess.start(folder(), url(database), Server.POSTGRES.user(), Server.POSTGRES.password());
    }

    private LedgerNode keep(LedgerNode node) {
        nodes.add(node);
        return node;
    }

    private HikariDataSource pool() {
        return pool(url(database));
    }

    private HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(Server.POSTGRES.user());
        pool.setPassword(Server.POSTGRES.password());
        pool.setConnectionInitSql(settings().getProperty("spring.datasource.hikari.connection-init-sql"));
        pools.add(pool);
        return pool;
    }

    /** The gateway's own. */
    private static Properties settings() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(settings.getObject());
    }

    protected static Path folder() {
        try {
            Path ledgers = Files.createDirectories(Path.of("target", "ledgers").toAbsolutePath());
            return Files.createTempDirectory(ledgers, "ledger-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(
                url(database), Server.POSTGRES.ownerUser(), Server.POSTGRES.ownerPassword()));
    }

    /** A gateway's role, with a line of its own for every statement. */
    protected JdbcClient gateway() {
        return JdbcClient.create(
                new DriverManagerDataSource(url(database), Server.POSTGRES.user(), Server.POSTGRES.password()));
    }

    /** Whoever restores backups, and whoever edits what should not be edited. */
    protected JdbcClient superuser() {
        return superuser(database);
    }

    private static JdbcClient superuser(String database) {
        String password = text(Server.FOLDER.resolve("postgres.password"));
        return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", password));
    }

    protected static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String database) {
        return Server.POSTGRES.url().replaceFirst("[^/]*$", database);
    }

    protected Entry entry() {
        int number = entries.incrementAndGet();
        Instant at = CLOCK.instant();
        String id = EntryId.at(at);
        boolean ours = number % 3 == 0;
        String caseId = number % 2 == 0 ? "2609-410105-04-01-123459" : null;
        byte[] body = number % 5 == 0 ? null : ("{\"accepted\":\"" + number + "\"}").getBytes(UTF_8);
        return new Entry(
                id,
                at,
                ours ? Direction.OUT : Direction.IN,
                ours ? "grid.henan" : "approval.henan",
                "a-" + number,
                "event",
                "project.code-assigned",
                List.of("accepted", "not-permitted", "delivered").get(number % 3),
                caseId,
                id,
                signed("event", number, caseId, null),
                body == null ? null : signed("receipt", number, caseId, body),
                body);
    }

    private static Signed signed(String kind, int number, @Nullable String caseId, byte @Nullable [] body) {
        ObjectNode manifest =
                JsonNodeFactory.instance.objectNode().put("kind", kind).put("id", "a-" + number);
        if (caseId != null) {
            manifest.put("case", caseId);
        }
        ArrayNode parts = manifest.putArray("parts");
        if (body != null) {
            parts.addObject().put("name", "body").put("sm3", Sm3.hex(Sm3.of(body)));
        }
        byte[] bytes = manifest.toString().getBytes(UTF_8);
        return new Signed(bytes, LedgerNode.seal(bytes));
    }

    protected List<Entry> append(LedgerNode node, int count) {
        List<Entry> appended = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entry entry = entry();
            node.ledger().append(entry);
            appended.add(entry);
        }
        return appended;
    }

    /** What nobody can do who has only the owner's role. */
    protected void superuserWithoutTriggers(String change) {
        superuser().sql("SET session_replication_role = replica; " + change).update();
    }

    /** All leaves by their tiles, in their order. */
    protected List<byte[]> leaves() {
        return owner()
                .sql("SELECT hashes FROM ledger_tile WHERE level = 0 ORDER BY index")
                .query(byte[].class)
                .list()
                .stream()
                .flatMap(hashes -> new Tile(0, 0, hashes).hashes(0, hashes.length / 32).stream())
                .toList();
    }

    /** The ids of entries by their places; a place that is missing is told. */
    protected List<String> places() {
        List<String> places = new ArrayList<>();
        owner().sql("SELECT index, entry FROM ledger_leaf ORDER BY index").query(row -> {
            if (row.getLong("index") != places.size()) {
                throw new AssertionError("no leaf " + places.size());
            }
            places.add(row.getString("entry"));
        });
        return places;
    }

    protected long waiting() {
        return owner().sql("SELECT count(*) FROM ledger_unsealed")
                .query(Long.class)
                .single();
    }
}
