package org.dianqiao.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.dianqiao.platform.EmbeddedDatabase;
import org.dianqiao.trust.SigningKey;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ledger's tree of as many leaves as one likes. The leaves are of no entries; all else is as in a gateway. */
public final class Millions implements AutoCloseable {

    private static final int AT_ONCE = 256 * 256;
    private static final int BATCH = 500;
    private static final int PROOFS = 2000;

    private final EmbeddedDatabase server;
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient owner;
    private final JdbcClient superuser;
    private final LedgerNode node;
    private final SigningKey key;
    private long size;

    /** In the data folder of a gateway, with its key. */
    public Millions(Path data) {
        server = EmbeddedDatabase.start(data);
        Flyway.configure()
                .dataSource(server.url(), server.ownerUser(), server.ownerPassword())
                .placeholders(Map.of("role", server.user()))
                .load()
                .migrate();
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setConnectionInitSql("SET plan_cache_mode = force_generic_plan");
        owner = JdbcClient.create(
                new DriverManagerDataSource(server.url(), server.ownerUser(), server.ownerPassword()));
        String password = WithLedger.text(data.resolve("postgres.password"));
        superuser = JdbcClient.create(new DriverManagerDataSource(server.url(), "postgres", password));
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        Path keys = data.resolve("sandbox");
        key = LedgerNode.key(keys);
        node = new LedgerNode(data, pool, clock, keys);
    }

    /** Leaves that nobody sealed one by one; the head over them is signed and kept as any other. */
    public void growTo(long most) {
        while (size < most) {
            int count = (int) Math.min(AT_ONCE, most - size);
            List<byte[]> leaves = LongStream.range(size, size + count)
                    .mapToObj(number -> Merkle.leaf(Long.toString(number).getBytes()))
                    .toList();
            node.store().keep(Growth.of(node.store(), size, leaves));
            size += count;
        }
        owner.sql("""
                        INSERT INTO ledger_leaf
                        SELECT n, to_char(n, 'FM00000000000000000000000000')
                        FROM generate_series((SELECT coalesce(max(index), -1) + 1 FROM ledger_leaf), ? - 1) AS n
                        """).param(size).update();
        byte[] root = new Tree(node.store(), size).root();
        node.store().publish(TreeHead.sign(size, root, Clock.systemUTC().instant(), key));
        superuser.sql("VACUUM ANALYZE").update();
        superuser.sql("CHECKPOINT").update();
        node.tick();
    }

    /** Microseconds for each entry of one round of sealing, as the clock starts it. */
    public double sealing() {
        owner.sql("""
                        INSERT INTO ledger_unsealed
                        SELECT to_char(n, 'FM00000000000000000000000000'), sha256(n::text::bytea)
                        FROM generate_series(?, ?) AS n
                        """).params(size, size + BATCH - 1).update();
        long begin = System.nanoTime();
        node.tick();
        double micros = (System.nanoTime() - begin) / 1e3 / BATCH;
        size += BATCH;
        if (node.tree().newest().size() != size) {
            throw new IllegalStateException(node.trouble());
        }
        return micros;
    }

    /** Milliseconds for inclusion proofs of leaves taken by chance, sorted. */
    public double[] proofs() {
        double[] millis = new double[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long index = ThreadLocalRandom.current().nextLong(size);
            long begin = System.nanoTime();
            node.tree().inclusion(index, size);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    public long size() {
        return size;
    }

    /** Nothing was sealed under the data key of this bench: a gateway makes its own. */
    @Override
    public void close() {
        node.close();
        pool.close();
        owner.sql("TRUNCATE data_key, data_key_wrap").update();
        server.close();
    }
}
