package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.platform.EmbeddedDatabase;
import org.dianqiao.platform.Prepared;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A queue that was empty when statistics were taken and is long now: the planner takes what waits for one row. */
class SuddenQueueTest {

    private static final List<String> DEPARTMENTS =
            List.of("planning.zhengzhou", "municipal.zhengzhou", "greening.zhengzhou", "traffic-police.zhengzhou");
    private static final int WAITING = 5_000;
    private static final int ROOM = 8;
    private static final Map<String, Integer> ROOMS =
            DEPARTMENTS.stream().collect(Collectors.toMap(each -> each, each -> ROOM));

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase database;
    private static SingleConnectionDataSource connection;
    private static JdbcClient sql;

    @BeforeAll
    static void fillAQueueThatWasEmpty() {
        database = EmbeddedDatabase.start(Prepared.into(folder));
        Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .placeholders(Map.of("role", database.user()))
                .load()
                .migrate();
        connection =
                new SingleConnectionDataSource(database.url(), database.ownerUser(), database.ownerPassword(), true);
        sql = JdbcClient.create(connection);
        sql.sql("ALTER TABLE delivery SET (autovacuum_enabled = false)").update();
        queue();
        sql.sql("DELETE FROM delivery").update();
        sql.sql("VACUUM ANALYZE delivery").update();
        queue();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        database.close();
    }

    /** Each second case has two deliveries, of which the later one waits for the earlier. */
    private static void queue() {
        sql.sql("""
                INSERT INTO delivery (partner, message_id, service, case_id, manifest, signature, parts_of,
                                      created_at, expires_at, due_at)
                SELECT department, n || ' ' || department, 'permit.task-assigned', 'case ' || n - n % 4 / 3,
                       convert_to(repeat('-', 600), 'UTF8'), '', '', now(), now() + interval '1 day', now()
                FROM generate_series(1, ?) AS n, unnest(?) AS department
                """).param(WAITING).param(DEPARTMENTS.toArray(String[]::new)).update();
    }

    @Test
    void isClaimedWithoutReadingAllOfIt() {
        long before = rowsRead();
        List<Delivery> claimed = new LeaseStore(sql).claim(ROOMS, lease(), Set.of());
        assertThat(claimed).hasSize(ROOM * DEPARTMENTS.size());
        assertThat(rowsRead() - before).isLessThan(10L * WAITING * DEPARTMENTS.size());
    }

    private static Lease lease() {
        Instant now = Instant.now();
        return new Lease("east", now, now.plusSeconds(60));
    }

    private static long rowsRead() {
        sql.sql("SELECT pg_stat_force_next_flush()").query().listOfRows();
        return sql.sql("""
                SELECT seq_tup_read + idx_tup_fetch
                       + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'delivery')
                FROM pg_stat_user_tables WHERE relname = 'delivery'
                """).query(Long.class).single();
    }
}
