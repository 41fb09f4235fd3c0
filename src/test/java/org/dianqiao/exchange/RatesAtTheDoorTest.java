package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RatesAtTheDoorTest extends AtTheDoor {

    private static final String WINDOW = "window.kaifeng";

    @BeforeEach
    void registersAWindowThatMaySendOnceASecond() {
        newcomer(WINDOW, """
                kind: window
                region: "410200"
                sends: [ { service: drill.held } ]
                rate: { perSecond: 1, burst: 2 }
                """);
    }

    @Test
    void refusesWhoSendsTooFastAndSaysWhenToTryAgain() {
        Reply refused = await().pollInSameThread().until(() -> post(drillOf(WINDOW)), reply -> reply.status() == 429);
        assertUnsigned(refused, 429, "throttled");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void takesTheSameMessageASecondLater() {
        Parcel parcel = await().pollInSameThread()
                .until(() -> drillOf(WINDOW), throttled -> post(throttled).status() == 429);
        assertThat(entriesOf(parcel)).isZero();
        Reply taken = await().pollInterval(200, TimeUnit.MILLISECONDS)
                .until(() -> post(parcel), reply -> reply.status() != 429);
        assertReceipt(taken, parcel, 202);
    }

    @Test
    void letsTheOthersGoOn() {
        await().pollInSameThread().until(() -> post(drillOf(WINDOW)).status() == 429);
        Parcel parcel = coded().sealed();
        assertReceipt(post(parcel), parcel, 202);
    }

    private static Parcel drillOf(String sender) {
        return event(sender, "drill.held", Plots.object()).sealed();
    }
}
