package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.apache.camel.ProducerTemplate;
import org.dianqiao.Plots;
import org.dianqiao.WithGateway;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A delivery sets out when, and only when, the transaction that puts it down has committed. */
class DepartureTest extends WithGateway {

    private static final String GRID = "grid.anyang";

    /** The gateway's own dispatcher has no work with what is due tomorrow. */
    private static final Clock TOMORROW = Clock.offset(CLOCK, Duration.ofDays(1));

    private static final DeliverySettings TWO_AT_A_TIME =
            new DeliverySettings(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 0, 2, 5);

    private final DeliveryStore store = bean(DeliveryStore.class);
    private final TransactionTemplate transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
    private final LeaseStore leases = bean(LeaseStore.class);
    private final Node node = new Node("anyang");
    /** What others have left in the queue is no business of this test. */
    private final Lanes lanes = new Lanes(TWO_AT_A_TIME, TOMORROW) {
        @Override
        int room(String partner) {
            return partner.equals(GRID) ? super.room(partner) : 0;
        }
    };

    private final Waiting attempts = new Waiting();
    private final Dispatcher dispatcher = new Dispatcher(
            new Leases(leases, node, TWO_AT_A_TIME, TOMORROW),
            bean(DeliveryParts.class),
            lanes,
            attempts,
            new Bell(),
            bean(Neighbours.class));

    @BeforeEach
    void begins() {
        dispatcher.start();
    }

    @AfterEach
    void ends() {
        attempts.mayEnd.release(10);
        dispatcher.stop();
        database().sql("DELETE FROM delivery WHERE partner = ?").param(GRID).update();
        leases.release(node.id(), leases.leased(node.id()));
    }

    @Test
    void setsOutAfterTheCommitUnderThisNodesLease() {
        Delivery put = transaction.execute(status -> {
            Delivery lead = put(Plots.freshCode());
            assertThat(attempts.begun).isEmpty();
            return lead;
        });
        await().until(() -> attempts.begun.equals(List.of(put.messageId())));
        assertThat(leasedBy(put)).isEqualTo(node.id());
    }

    @Test
    void neverWasWhenItsTransactionIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            put(Plots.freshCode());
            status.setRollbackOnly();
        });
        Delivery next = transaction.execute(status -> put(Plots.freshCode()));
        await().until(() -> attempts.begun.equals(List.of(next.messageId())));
    }

    @Test
    void waitsBehindAnotherOfItsCaseAndLeavesItsPlaceToOthers() {
        String code = Plots.freshCode();
        transaction.execute(status -> put(code));
        await().until(() -> attempts.begun.size() == 1);
        attempts.mayEnd.release();
        await().until(() -> lanes.room(GRID) == 2);

        Delivery second = transaction.execute(status -> put(code));
        assertThat(second.attempts()).isZero();
        assertThat(leasedBy(second)).isEqualTo("nobody");
        Delivery other = transaction.execute(status -> put(Plots.freshCode()));
        await().until(() -> attempts.begun.contains(other.messageId()));
    }

    @Test
    void waitsInTheQueueWhereNoPlaceIsLeft() {
        transaction.execute(status -> put(Plots.freshCode()));
        Delivery second = transaction.execute(status -> put(Plots.freshCode()));
        assertThat(second.attempts()).isZero();
        await().until(() -> attempts.begun.contains(second.messageId()));
    }

    @Test
    void isPutDownWithOthersEachUnderItsOwnLeaseOrInTheQueue() {
        String code = Plots.freshCode();
        Lease lease = dispatcher.lease();

        List<Delivery> put = store.addEach(List.of(fresh(code, lease), fresh(code, null)));
        List<Delivery> waiting = store.addEach(List.of(fresh(code, lease), fresh(code, null)));

        assertThat(put).extracting(Delivery::attempts).containsExactly(1, 0);
        assertThat(waiting)
                .as("another of this case is before them")
                .extracting(Delivery::attempts)
                .containsExactly(0, 0);
        assertThat(store.addEach(List.of(fresh(Plots.freshCode(), null))).get(0).attempts())
                .isZero();
    }

    private static DeliveryStore.Fresh fresh(String code, @Nullable Lease lease) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return new DeliveryStore.Fresh(lead(code), Part.of("payload", "application/json", json), json, lease);
    }

    private Delivery put(String code) {
        Departure departure = Departure.atOnceIfPossible(dispatcher, GRID);
        Delivery put = store.add(lead(code), departure.lease());
        departure.of(put, List.of());
        return put;
    }

    private static String leasedBy(Delivery delivery) {
        return database()
                .sql("SELECT coalesce(leased_by, 'nobody') FROM delivery WHERE id = ?")
                .param(delivery.id())
                .query(String.class)
                .single();
    }

    private static Delivery lead(String code) {
        return new Delivery(
                0,
                GRID,
                "lead-" + Plots.freshCode(),
                "lead.assigned",
                code,
                new Signed(new byte[] {1}, new byte[] {1}),
                "nothing",
                null,
                TOMORROW.instant(),
                TOMORROW.instant().plusSeconds(3600),
                0);
    }

    private static final class Waiting extends Attempts {

        private final List<String> begun = new CopyOnWriteArrayList<>();
        private final Semaphore mayEnd = new Semaphore(0);

        Waiting() {
            super(
                    bean(DeliveryStore.class),
                    bean(Ends.class),
                    bean(Lanes.class),
                    new Node("anyang"),
                    TWO_AT_A_TIME,
                    bean(ProducerTemplate.class),
                    bean(Ways.class),
                    TOMORROW);
        }

        @Override
        void make(Consignment consignment) {
            begun.add(consignment.delivery().messageId());
            mayEnd.acquireUninterruptibly();
        }
    }
}
