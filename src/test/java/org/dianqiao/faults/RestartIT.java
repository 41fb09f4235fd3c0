package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dianqiao.sandbox.Message;
import org.dianqiao.sandbox.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One home, a gateway that ends in different ways, and the one that is started after it. */
class RestartIT {

    /** What Docker gives it before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(45);

    private static final Henan HENAN = new Henan();
    private static final GatewayJar GATEWAY =
            GatewayJar.in(HENAN.home()).packed().atHome();
    private static final Map<Message, Receipt> ACKNOWLEDGED = new HashMap<>();

    @BeforeEach
    void begin() {
        if (!GATEWAY.isRunning()) {
            GATEWAY.start();
        }
    }

    @AfterAll
    static void end() {
        GATEWAY.close();
        HENAN.close();
    }

    @Test
    void goesOnAfterAnOrderlyRestart() throws IOException {
        HENAN.grid().mood(Mood.ANSWERS_500);
        tell(1, 20);
        await().untilAsserted(() -> assertThat(GATEWAY.said()).contains("attempt 1 failed"));
        assertThat(GATEWAY.stop()).isLessThan(GRACE);
        assertThat(GATEWAY.data().postmaster()).isEmpty();

        HENAN.grid().mood(Mood.WELL);
        long asked = System.nanoTime();
        GATEWAY.start();
        Duration ready = Duration.ofNanos(System.nanoTime() - asked);
        System.out.printf("ready from the jar with an existing database in %.1f s%n", ready.toMillis() / 1000.0);

        everythingIsAsItWas();
    }

    @Test
    void takesOverFromAKilledGatewayWhoseDatabaseLivesOn() throws IOException {
        tell(21, 40);
        GATEWAY.kill();
        ProcessHandle orphan = GATEWAY.data().postmaster().orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        GATEWAY.start();

        assertThat(GATEWAY.data().postmaster()).isPresent().get().isNotEqualTo(orphan);
        everythingIsAsItWas();
    }

    @Test
    void startsOverAPidFileThatNobodyRemoved() throws IOException {
        tell(41, 60);
        GATEWAY.kill();
        long dead = GATEWAY.data().killPostmaster();
        await().until(() -> GATEWAY.data().postmaster().isEmpty());
        assertThat(GATEWAY.data().pidPath()).exists().content().startsWith(Long.toString(dead));

        GATEWAY.start();

        everythingIsAsItWas();
    }

    @Test
    void refusesASecondGatewayOnTheSameHome() {
        GatewayJar second = GatewayJar.in(HENAN.home()).begin();
        assertThat(second.awaitEnd()).isNotZero();
        assertThat(second.said())
                .contains("another gateway runs on %s/ (pid %d)"
                        .formatted(GATEWAY.data().folder(), GATEWAY.pid()))
                .doesNotContain("\tat ");
        assertThat(GATEWAY.ready()).isTrue();
    }

    private static void tell(int from, int to) throws IOException {
        for (int project = from; project <= to; project++) {
            Message message = HENAN.signed(Projects.coded(project));
            HttpResponse<byte[]> answer = HENAN.post(GATEWAY.url(), message);
            assertThat(answer.statusCode()).isEqualTo(202);
            ACKNOWLEDGED.put(message, Receipt.of(answer));
        }
    }

    private static void everythingIsAsItWas() throws IOException {
        Reckoning reckoning = new Reckoning(ACKNOWLEDGED, GATEWAY.database(), HENAN);
        reckoning.everyRepeatGetsTheFirstReceipt(GATEWAY.url());
        reckoning.everythingHappenedOnce();
    }
}
