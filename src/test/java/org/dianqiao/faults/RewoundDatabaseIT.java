package org.dianqiao.faults;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Somebody puts an older copy of the database into the data folder: the gateway says so, and signs nothing on top. */
class RewoundDatabaseIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Henan henan = new Henan();
    private final GatewayJar gateway = GatewayJar.in(henan.home());
    private final AtomicInteger projects = new AtomicInteger();
    private long known;

    /** A copy as somebody makes it who stops the gateway first; then life goes on. */
    @BeforeEach
    void copyTheDatabase() throws IOException {
        gateway.start();
        tellAndAwaitSealed(5);
        gateway.stop();
        FileSystemUtils.copyRecursively(database(), aside("backup"));
        Files.setPosixFilePermissions(aside("backup"), Files.getPosixFilePermissions(database()));
        gateway.start();
        known = tellAndAwaitSealed(10);
    }

    @AfterEach
    void end() {
        gateway.close();
        henan.close();
    }

    @Test
    void isNoticedByTheGatewayThatStartsOnIt() throws IOException {
        gateway.stop();
        Files.move(database(), aside("right"));
        Files.move(aside("backup"), database());
        gateway.start();
        assertInDoubt();

        gateway.stop();
        FileSystemUtils.deleteRecursively(database());
        Files.move(aside("right"), database());
        gateway.start();
        assertThat(tellAndAwaitSealed(1)).isGreaterThan(known);
    }

    @Test
    void isNoticedByTheGatewayUnderWhichItHappens() throws IOException {
        Files.copy(database().resolve("postgresql.conf"), aside("backup").resolve("postgresql.conf"), REPLACE_EXISTING);
        gateway.data().killPostmaster();
        Files.move(database(), aside("right"));
        Files.move(aside("backup"), database());
        await().until(() -> gateway.said().contains("tree is in doubt"));
        await().until(gateway::ready);
        assertInDoubt();
    }

    private void assertInDoubt() throws IOException {
        assertThat(gateway.said()).contains("tree is in doubt: the database has a tree of ", "and had one of " + known);
        long sealed = sealed();
        assertThat(sealed).isLessThan(known);
        for (int i = 0; i < 5; i++) {
            assertThat(tell()).isEqualTo(known);
        }
        assertThat(told()).isEqualTo(known);
        assertThat(JSON.readTree(kept().toFile()).path("size").asLong()).isEqualTo(known);
        assertThat(sealed()).isEqualTo(sealed);
    }

    /** The size of the head that holds them all. */
    private long tellAndAwaitSealed(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            tell();
        }
        await().until(() -> entries("SELECT count(*) FROM delivery") == 0);
        await().until(() -> entries("SELECT count(*) FROM ledger_entry") == sealed());
        await().until(() -> JSON.readTree(kept().toFile()).path("size").asLong() == sealed());
        return sealed();
    }

    /** The size of the head in the receipt. */
    private long tell() throws IOException {
        HttpResponse<byte[]> answer =
                henan.post(gateway.url(), henan.signed(Projects.coded(projects.incrementAndGet())));
        assertThat(answer.statusCode()).isEqualTo(202);
        return JSON.readTree(answer.body()).at("/head/size").asLong();
    }

    /** The size of the head that anybody is told. */
    private long told() throws IOException {
        try (InputStream head = gateway.url().resolve("/ledger/v1/head").toURL().openStream()) {
            return JSON.readTree(head).path("size").asLong();
        }
    }

    private long sealed() {
        return entries("SELECT coalesce(max(size), 0) FROM ledger_head");
    }

    private long entries(String count) {
        return gateway.database().sql(count).query(Long.class).single();
    }

    private Path database() {
        return gateway.home().resolve("data/postgres");
    }

    private Path kept() {
        return gateway.home().resolve("data/ledger/head.json");
    }

    private Path aside(String name) {
        return gateway.home().resolve(name);
    }
}
