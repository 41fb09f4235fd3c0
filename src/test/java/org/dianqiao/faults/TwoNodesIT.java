package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dianqiao.platform.EmbeddedDatabase;
import org.dianqiao.sandbox.Message;
import org.dianqiao.sandbox.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two equal gateways over one outside PostgreSQL, in which one role owns everything. */
class TwoNodesIT {

    private static final int AT_ONCE = 16;

    @TempDir
    private static Path folder;

    private static final Henan HENAN = new Henan();
    private static EmbeddedDatabase outside;
    private static GatewayJar one;
    private static GatewayJar two;

    private final Map<Message, Receipt> acknowledged = new HashMap<>();

    @BeforeAll
    static void begin() throws IOException {
        outside = EmbeddedDatabase.start(folder);
        one = node(HENAN.home()).begin();
        two = node(HENAN.anotherHome()).begin();
        one.awaitReady();
        two.awaitReady();
    }

    @AfterAll
    static void end() {
        one.close();
        two.close();
        HENAN.close();
        outside.close();
    }

    private static GatewayJar node(Path home) {
        return GatewayJar.in(home)
                .with("SPRING_DATASOURCE_URL", outside.url())
                .with("SPRING_DATASOURCE_USERNAME", outside.ownerUser())
                .with("SPRING_DATASOURCE_PASSWORD", outside.ownerPassword());
    }

    @Test
    void shareTheWorkAndTheOneGoesOnWithWhatTheKilledOneHeld() throws IOException {
        HENAN.grid().mood(Mood.TIMES_OUT);
        for (int project = 1; project <= 20; project++) {
            tellBothAtOnce(HENAN.signed(Projects.coded(project)));
        }
        for (int project = 21; project <= 3 * AT_ONCE; project++) {
            accepted(HENAN.signed(Projects.coded(project)), one);
        }
        await().untilAsserted(() -> assertThat(holders()).contains(nodeOf(one.home()), nodeOf(two.home())));

        one.kill();
        HENAN.grid().mood(Mood.WELL);
        await().untilAsserted(() -> assertThat(holders()).containsExactly(nodeOf(one.home())));
        timeOfTheLeasesPasses();

        Reckoning reckoning = new Reckoning(acknowledged, database(), HENAN);
        reckoning.everythingHappenedOnce();
        reckoning.everyRepeatGetsTheFirstReceipt(two.url());
    }

    @Test
    void keepTheLedgerFromTheirOwnRoleToo() {
        for (String statement : List.of(
                "DELETE FROM ledger_entry",
                "UPDATE ledger_entry SET outcome = 'refused'",
                "TRUNCATE ledger_entry",
                "DELETE FROM audit")) {
            assertThatThrownBy(() -> database().sql(statement).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|append-only).*");
        }
    }

    @Test
    void wantAKeyOfTheirOwnWhereADatabaseIsGiven() throws IOException {
        try (GatewayJar third = node(HENAN.anotherHome()).without("DIANQIAO_SANDBOX")) {
            assertThat(third.begin().awaitEnd()).isNotZero();
            assertThat(third.said()).contains("DIANQIAO_KEYSTORE").doesNotContain("\tat ");
        }
    }

    /** Of two equal messages at once one is worked; the other gets its answer, or is told to come again. */
    private void tellBothAtOnce(Message message) throws IOException {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> status(message, one));
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> status(message, two));
        assertThat(new ArrayList<>(List.of(first.join(), second.join())))
                .containsOnlyOnce(202)
                .isSubsetOf(202, 200, 503);
        HttpResponse<byte[]> byOne = HENAN.post(one.url(), message);
        HttpResponse<byte[]> byTwo = HENAN.post(two.url(), message);
        assertThat(Receipt.of(byOne)).isEqualTo(Receipt.of(byTwo));
        acknowledged.put(message, Receipt.of(byOne));
    }

    private void accepted(Message message, GatewayJar node) throws IOException {
        HttpResponse<byte[]> answer = HENAN.post(node.url(), message);
        assertThat(answer.statusCode()).isEqualTo(202);
        acknowledged.put(message, Receipt.of(answer));
    }

    private static int status(Message message, GatewayJar node) {
        try {
            return HENAN.post(node.url(), message).statusCode();
        } catch (IOException e) {
            throw new AssertionError("a node hung up", e);
        }
    }

    /** Who works on what is left; `nobody` is one of them. */
    private static Set<String> holders() {
        return database()
                .sql("SELECT coalesce(leased_by, 'nobody') FROM delivery")
                .query(String.class)
                .set();
    }

    private static String nodeOf(Path home) throws IOException {
        return Files.readString(home.resolve("data/node")).strip();
    }

    private static void timeOfTheLeasesPasses() {
        database()
                .sql("UPDATE delivery SET leased_until = leased_until - interval '10 minutes'")
                .update();
    }

    private static JdbcClient database() {
        return JdbcClient.create(
                new DriverManagerDataSource(outside.url(), outside.ownerUser(), outside.ownerPassword()));
    }
}
