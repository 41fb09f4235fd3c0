package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.dianqiao.sandbox.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway's own PostgreSQL is killed under load; nobody starts the gateway again. */
class DatabaseKilledUnderLoadIT {

    private final Henan henan = new Henan();
    private final GatewayJar gateway = GatewayJar.in(henan.home());

    @BeforeEach
    void begin() {
        gateway.start();
    }

    @AfterEach
    void end() {
        gateway.close();
        henan.close();
    }

    @Test
    void answersUnavailableAndGoesOnByItselfWithNothingLost() throws Exception {
        long before = gateway.pid();
        Load load = Load.begin(henan, gateway.url());
        load.awaitMore(ThreadLocalRandom.current().nextInt(20, 200));
        gateway.data().killPostmaster();
        load.awaitMore(ThreadLocalRandom.current().nextInt(20, 200));
        killedTwiceInARow();
        load.awaitMore(50);
        Map<Message, Receipt> acknowledged = load.finish();

        assertThat(gateway.pid()).isEqualTo(before);
        assertThat(load.broken()).isEmpty();
        assertThat(load.unavailable()).isNotEmpty().noneMatch(body -> body.contains("SQL") || body.contains("java."));
        Reckoning reckoning = new Reckoning(acknowledged, gateway.database(), henan);
        reckoning.everythingHappenedOnce();
        reckoning.everyRepeatGetsTheFirstReceipt(gateway.url());
        assertThat(gateway.ready()).isTrue();
    }

    private void killedTwiceInARow() {
        long first = gateway.data().killPostmaster();
        await().pollInterval(Duration.ofMillis(5)).until(() -> gateway.data()
                .postmaster()
                .filter(next -> next.pid() != first)
                .isPresent());
        gateway.data().killPostmaster();
    }
}
