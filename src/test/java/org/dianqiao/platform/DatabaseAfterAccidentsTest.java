package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.Patience.LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DatabaseAfterAccidentsTest {

    @TempDir
    static Path folder;

    @Nullable
    EmbeddedDatabase database;

    @AfterEach
    void stop() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void comesBackOnTheSamePortWithEveryAcknowledgedRowWhenItIsKilled() {
        database = EmbeddedDatabase.start(folder);
        String url = database.url();
        sql().sql("DROP TABLE IF EXISTS lead").update();
        sql().sql("CREATE TABLE lead (number int)").update();
        List<Integer> acknowledged = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> insertUntilItFails(acknowledged));
        await().until(() -> acknowledged.size() > 50);

        ProcessHandle killed = postmaster();
        killed.destroyForcibly();
        await().until(() -> hasEnded(killed));
        load.join();

        await().ignoreExceptions().untilAsserted(() -> assertThat(sql().sql("SELECT number FROM lead")
                        .query(Integer.class)
                        .list())
                .containsAll(acknowledged));
        assertThat(database.url()).isEqualTo(url);
        assertThat(database.alive()).isTrue();
        assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void comesBackWhileABackendOfTheKilledOneIsStillAtWork() {
        database = EmbeddedDatabase.start(folder);
        CompletableFuture<Void> work = CompletableFuture.runAsync(this::workForAMinute);
        await().until(() -> sql().sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series%'")
                        .query(Integer.class)
                        .single()
                > 1);

        postmaster().destroyForcibly();

        await().ignoreExceptions().untilAsserted(() -> assertThat(
                        sql().sql("SELECT 1").query(Integer.class).single())
                .isOne());
        assertThat(work).failsWithin(LONG);
    }

    @Test
    void staysDownOnceItIsClosed() {
        database = EmbeddedDatabase.start(folder);
        database.close();
        database.reviveIfDead();
        assertThat(database.alive()).isFalse();
    }

    @Test
    void refusesASecondGatewayAndTakesOverFromAKilledOne() throws IOException {
        GatewayOfItsOwn other = GatewayOfItsOwn.on(folder);
        ProcessHandle orphan = postmaster();
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .hasMessage(
                        "another gateway runs on %s/ (pid %d)",
                        folder.toRealPath(), other.process().pid());

        other.kill();
        assertThat(hasEnded(orphan)).isFalse();
        database = EmbeddedDatabase.start(folder);

        assertThat(hasEnded(orphan)).isTrue();
        assertThat(sql().sql("SELECT 1").query(Integer.class).single()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4194305", ""})
    void startsOverAPidFileOfNobody(String pid) throws IOException {
        startsOverAPidFileWith(pid);
    }

    @Test
    void startsOverAPidFileWhoseNumberIsAnothersByNow() throws IOException {
        Process another = new ProcessBuilder("cat").start();
        try {
            startsOverAPidFileWith(Long.toString(another.pid()));
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroy();
        }
    }

    private void startsOverAPidFileWith(String pid) throws IOException {
        EmbeddedDatabase.start(folder).close();
        Files.writeString(folder.resolve("postgres/postmaster.pid"), pid + "\n/elsewhere\n0\n5432\n");

        database = EmbeddedDatabase.start(folder);

        assertThat(database.alive()).isTrue();
    }

    @Test
    void beginsAgainWhenTheFirstStartWasCutOff(@TempDir Path young) throws IOException {
        Files.createDirectories(young.resolve("postgres.new"));
        Files.writeString(young.resolve("postgres.new/PG_VERSION"), "17");
        Files.createDirectories(young.resolve("postgres-binaries/bin"));
        Files.writeString(young.resolve("postgres-binaries/bin/postgres"), "half");

        database = EmbeddedDatabase.start(young);

        assertThat(database.alive()).isTrue();
    }

    @Test
    void saysWhenItsFolderCannotBeWritten(@TempDir Path elsewhere) throws IOException {
        Path file = Files.createFile(elsewhere.resolve("data"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .hasMessageStartingWith("The data folder %s cannot be written", file);
    }

    @Test
    void saysWhichPasswordIsMissing() throws IOException {
        EmbeddedDatabase.start(folder).close();
        Path password = folder.resolve("postgres.password");
        Path aside = Files.move(password, folder.resolve("aside"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).hasMessageContaining("postgres.password is missing");
        assertThat(password).doesNotExist();

        Files.move(aside, password);
        database = EmbeddedDatabase.start(folder);
        assertThat(database.alive()).isTrue();
    }

    private void insertUntilItFails(List<Integer> acknowledged) {
        SingleConnectionDataSource one = connection();
        JdbcClient sql = JdbcClient.create(one);
        try {
            for (int number = 0; ; number++) {
                sql.sql("INSERT INTO lead VALUES (?)").param(number).update();
                acknowledged.add(number);
            }
        } catch (DataAccessException killed) {
            one.destroy();
        }
    }

    private void workForAMinute() {
        SingleConnectionDataSource one = connection();
        try {
            JdbcClient.create(one)
                    .sql("SELECT count(*) FROM generate_series(1, 1000000000) WHERE random() > 2")
                    .query(Long.class)
                    .single();
        } finally {
            one.destroy();
        }
    }

    private SingleConnectionDataSource connection() {
        return new SingleConnectionDataSource(database.url(), database.ownerUser(), database.ownerPassword(), true);
    }

    private JdbcClient sql() {
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword()));
    }

    /** Also where nobody reaps it. */
    private static boolean hasEnded(ProcessHandle process) {
        return process.info().command().isEmpty();
    }

    private static ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
