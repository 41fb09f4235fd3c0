package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that the first version filled: its parts do not say yet of which service they are. */
class PartsOfTheFirstVersionTest {

    @TempDir
    private Path folder;

    private EmbeddedDatabase database;
    private JdbcClient sql;

    @BeforeEach
    void startWithTheFirstVersion() {
        database = EmbeddedDatabase.start(folder);
        sql = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword()));
        migrate("1");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void getTheServiceOfTheirMessage() {
        told("received", "in", "lead.lookup", "received");
        told("asked", "out", "lead.lookup", "received");
        told("said", "out", "lead.assigned", "of-the-lead");
        sql.sql("""
                INSERT INTO delivery (partner, message_id, service, manifest, signature, parts_of, created_at,
                                      expires_at, due_at)
                VALUES ('grid.henan', 'waits', 'lead.assigned', '', '', 'of-what-waits', now(), now(), now())
                """).update();
        sql.sql("""
                INSERT INTO dead_letter (partner, message_id, service, manifest, signature, parts_of, created_at,
                                         attempts, died_at, code, problem)
                VALUES ('-', 'died', 'notice.published', '', '', 'of-what-died', now(), 1, now(), 'no-receiver', '')
                """).update();
        keep("received", "message");
        keep("received", "answer");
        keep("of-the-lead", "message");
        keep("of-what-waits", "message");
        keep("of-what-died", "message");

        migrate("latest");

        assertThat(services())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "received message", "lead.lookup",
                        "received answer", "lead.lookup",
                        "of-the-lead message", "lead.assigned",
                        "of-what-waits message", "lead.assigned",
                        "of-what-died message", "notice.published"));
        assertThat(sql.sql("SELECT service FROM erased_until")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("lead.lookup", "lead.assigned", "notice.published");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .placeholders(Map.of("role", database.user()))
                .target(version)
                .load()
                .migrate();
    }

    private void told(String id, String direction, String service, String partsOf) {
        sql.sql("""
                INSERT INTO ledger_entry (id, at, direction, partner, message_id, kind, service, outcome, parts_of,
                                          manifest, signature)
                VALUES (?, now(), ?, 'grid.henan', ?, 'event', ?, 'accepted', ?, '', '')
                """).params(id, direction, id, service, partsOf).update();
    }

    private void keep(String entry, String role) {
        sql.sql("""
                INSERT INTO part (entry, role, ordinal, name, type, length, sm3, content)
                VALUES (?, ?, 0, 'payload', 'application/json', 2, '', '{}')
                """).params(entry, role).update();
    }

    private Map<String, String> services() {
        Map<String, String> services = new HashMap<>();
        sql.sql("SELECT entry || ' ' || role AS part, service FROM part").query(row -> {
            services.put(row.getString("part"), row.getString("service"));
        });
        return services;
    }
}
