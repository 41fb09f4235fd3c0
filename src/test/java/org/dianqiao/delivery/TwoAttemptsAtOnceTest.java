package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.dianqiao.connector.PlayedMarketing;
import org.dianqiao.connector.WithMarketing;
import org.junit.jupiter.api.Test;

/** A node whose lease is over brings an application while another brings it too. */
class TwoAttemptsAtOnceTest extends WithMarketing {

    @Test
    void bringItOnceUnderOneNumber() {
        CountDownLatch slow = new CountDownLatch(1);
        PlayedMarketing marketing =
                answers().says("00000", slow).says("00001").says("00004").says("00000");
        String application = applied();
        await().until(() -> marketing.asked().size() == 1);

        bean(Attempts.class).make(underWay(application));
        slow.countDown();

        awaitEnd(application, "delivered");
        assertThat(marketing.services()).containsExactly("20001780", "20001781", "20001780", "20001781");
        assertThat(marketing.asked().stream()
                        .map(asked -> asked.at("/data/preAppNo").asText())
                        .distinct())
                .containsExactly(number(application));
        assertThat(ends(application)).containsExactly("delivered");
    }

    private static Consignment underWay(String application) {
        List<Delivery> under = database()
                .sql("""
                    SELECT delivery.* FROM delivery JOIN pre_application USING (partner, message_id)
                    WHERE application_no = ?
                    """)
                .param(application)
                .query(DeliveryStore::delivery)
                .list();
        return bean(DeliveryParts.class).with(under).get(0);
    }
}
