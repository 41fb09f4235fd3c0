package org.dianqiao.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.ledger.Entry.Direction;
import org.dianqiao.platform.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests that have a ledger for themselves: a database of their own, and any number of nodes that seal it. */
abstract class WithLedger {

    protected static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));

    private static final Path SERVER = folder();
    private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.start(SERVER);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String database = "ledger_" + NUMBER.incrementAndGet();
    private final List<LedgerNode> nodes = new ArrayList<>();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final AtomicInteger entries = new AtomicInteger();

    @BeforeEach
    void makeTheDatabase() {
        superuser("postgres")
                .sql("CREATE DATABASE " + database + " OWNER " + POSTGRES.ownerUser())
                .update();
        migrate(firstVersion());
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
        Flyway.configure()
                .dataSource(url(database), POSTGRES.ownerUser(), POSTGRES.ownerPassword())
                .placeholders(Map.of("role", POSTGRES.user()))
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

    protected LedgerNode node(Path data, Path keys) {
        return keep(new LedgerNode(data, pool(), CLOCK, keys));
    }

    private LedgerNode keep(LedgerNode node) {
        nodes.add(node);
        return node;
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url(database));
        pool.setUsername(POSTGRES.user());
        pool.setPassword(POSTGRES.password());
        pool.setConnectionInitSql("SET plan_cache_mode = force_generic_plan");
        pools.add(pool);
        return pool;
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
        return JdbcClient.create(
                new DriverManagerDataSource(url(database), POSTGRES.ownerUser(), POSTGRES.ownerPassword()));
    }

    /** Whoever restores backups, and whoever edits what should not be edited. */
    protected JdbcClient superuser() {
        return superuser(database);
    }

    private static JdbcClient superuser(String database) {
        String password = text(SERVER.resolve("postgres.password"));
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
        return POSTGRES.url().replaceFirst("[^/]*$", database);
    }

    protected Entry entry() {
        int number = entries.incrementAndGet();
        Instant at = CLOCK.instant();
        String id = EntryId.at(at);
        boolean ours = number % 3 == 0;
        return new Entry(
                id,
                at,
                ours ? Direction.OUT : Direction.IN,
                ours ? "grid.henan" : "approval.henan",
                "a-" + number,
                "event",
                "project.code-assigned",
                List.of("accepted", "not-permitted", "delivered").get(number % 3),
                null,
                id,
                new Signed(("m" + number).getBytes(), ("s" + number).getBytes()),
                number % 5 == 0 ? null : new Signed(("a" + number).getBytes(), ("t" + number).getBytes()),
                null);
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
