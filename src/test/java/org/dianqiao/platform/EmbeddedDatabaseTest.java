package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    @TempDir
    static Path folder;

    static EmbeddedDatabase database;

    @BeforeAll
    static void startWithALedger() {
        database = EmbeddedDatabase.start(folder);
        owner().sql("CREATE TABLE ledger (project_code text)").update();
        owner().sql("GRANT SELECT, INSERT ON ledger TO dianqiao").update();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "max_connections, 100",
        "jit, off"
    })
    void isDurableAndAskedByThisMachineOnly(String setting, String value) {
        assertThat(superuser().sql("SHOW " + setting).query(String.class).single())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "dianqiao_owner", "dianqiao"})
    void letsNobodyInWithAWrongPassword(String role) {
        assertThatThrownBy(() -> new DriverManagerDataSource(database.url(), role, "123456").getConnection())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void letsWhoHasTheRandomPasswordInAtOnce() {
        assertThat(superuser()
                        .sql("SELECT rolpassword FROM pg_authid WHERE rolcanlogin")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allMatch(hash -> hash.startsWith("SCRAM-SHA-256$1:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres.password", "dianqiao_owner.password", "dianqiao.password"})
    void keepsPasswordsThatOnlyItsOwnerReads(String file) throws IOException {
        assertThat(Files.readString(folder.resolve(file)).strip()).hasSizeGreaterThan(30);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                .isEqualTo("rw-------");
    }

    @Test
    void letsTheGatewayDoWhatTheOwnerGrants() {
        assertThat(gateway()
                        .sql("INSERT INTO ledger VALUES ('2609-410105-04-01-123459')")
                        .update())
                .isOne();
        assertThat(gateway()
                        .sql("SELECT DISTINCT project_code FROM ledger")
                        .query(String.class)
                        .list())
                .containsExactly("2609-410105-04-01-123459");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger SET project_code = ''",
                "DELETE FROM ledger",
                "TRUNCATE ledger",
                "DROP TABLE ledger",
                "ALTER TABLE ledger DISABLE TRIGGER ALL",
                "CREATE TABLE ledger_of_its_own (project_code text)",
                "SET ROLE dianqiao_owner",
                "CREATE ROLE another SUPERUSER"
            })
    void refusesTheGatewayEverythingElse(String statement) {
        assertThatThrownBy(() -> gateway().sql(statement).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    @Test
    void keepsRowsAndPasswordsOverARestart() {
        gateway().sql("INSERT INTO ledger VALUES ('2609-410105-04-01-123459')").update();
        int before = gateway()
                .sql("SELECT count(*) FROM ledger")
                .query(Integer.class)
                .single();
        String password = database.password();

        database.close();
        assertThat(database.alive()).isFalse();
        database = EmbeddedDatabase.start(folder);

        assertThat(database.password()).isEqualTo(password);
        assertThat(gateway()
                        .sql("SELECT count(*) FROM ledger")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    private static JdbcClient gateway() {
        return client(database.user(), database.password());
    }

    private static JdbcClient owner() {
        return client(database.ownerUser(), database.ownerPassword());
    }

    private static JdbcClient superuser() {
        return client("postgres", new KeptPassword(folder.resolve("postgres.password")).value());
    }

    private static JdbcClient client(String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), user, password));
    }
}
