package org.dianqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How much of the disk an entry of the ledger takes, table by table, indexes and all. */
record Storage(JdbcClient database) {

    private static final int PORT_LINE = 3;

    static Storage of(Path home) throws IOException {
        return new Storage(JdbcClient.create(new DriverManagerDataSource(url(home), "dianqiao", password(home))));
    }

    static String url(Path home) throws IOException {
        String port = Files.readAllLines(home.resolve("data/postgres/postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/dianqiao";
    }

    private static String password(Path home) throws IOException {
        return Files.readString(home.resolve("data/dianqiao.password")).strip();
    }

    record Table(String name, long bytes) {}

    void report() {
        long entries = database.sql("SELECT count(*) FROM ledger_entry")
                .query(Long.class)
                .single();
        Bench.say("storage:");
        database.sql("""
                        SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class
                        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY bytes DESC
                        """).query(Table.class).list().stream()
                .filter(table -> table.bytes >= 10 * entries)
                .forEach(table -> Bench.say(
                        "  %-20s %.0f bytes for each of %d entries",
                        table.name, (double) table.bytes / entries, entries));
    }
}
