package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.dianqiao.sandbox.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway is killed at any moment, again and again, while the approval platform goes on telling. */
class KilledUnderLoadIT {

    private static final int KILLS = 4;

    private final Henan henan = new Henan();
    private final GatewayJar gateway = GatewayJar.in(henan.home());

    @AfterEach
    void end() {
        gateway.close();
        henan.close();
    }

    @Test
    void losesNothingThatItAcknowledgedAndDoesNothingTwice() throws Exception {
        gateway.start();
        Load load = Load.begin(henan, gateway.url());
        for (int kills = 0; kills < KILLS; kills++) {
            load.awaitMore(ThreadLocalRandom.current().nextInt(20, 200));
            gateway.kill();
            gateway.start();
        }
        load.awaitMore(1);
        Map<Message, Receipt> acknowledged = load.finish();

        assertThat(load.broken()).isNotEmpty();
        Reckoning reckoning = new Reckoning(acknowledged, gateway.database(), henan);
        reckoning.everythingHappenedOnce();
        reckoning.everyReceiptIsSignedByTheGateway();
        reckoning.everyRepeatGetsTheFirstReceipt(gateway.url());
    }
}
