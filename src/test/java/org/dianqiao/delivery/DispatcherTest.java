package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.dianqiao.Plots;
import org.dianqiao.WithGateway;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the Java machine itself throws ends one attempt or one round, and nothing more. */
@ExtendWith(OutputCaptureExtension.class)
class DispatcherTest extends WithGateway {

    private static final String GRID = "grid.kaifeng";
    private static final String GONE = "grid.xiangfu";

    /** The gateway's own dispatcher has no work with what is due tomorrow. */
    private static final Clock TOMORROW = Clock.offset(CLOCK, Duration.ofDays(1));

    private static final DeliverySettings ONE_AT_A_TIME =
            new DeliverySettings(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 0, 1, 5);

    private final DeliveryStore store = bean(DeliveryStore.class);
    private final Node node = new Node("tomorrow");
    private final Bell bell = new Bell();
    private final DeliveryParts parts = bean(DeliveryParts.class);
    private final OneLane lanes = new OneLane();
    private final Collapsing attempts = new Collapsing(lanes);
    private final LeaseStore leaseStore = bean(LeaseStore.class);
    private final Leases leases = new Leases(leaseStore, node, ONE_AT_A_TIME, TOMORROW);
    private final Dispatcher dispatcher = new Dispatcher(leases, parts, lanes, attempts, bell, bean(Neighbours.class));

    @BeforeEach
    void threeLeadsWait() {
        Stream.generate(Plots::freshCode).limit(3).forEach(code -> store.add(lead(GRID, code), null));
    }

    @AfterEach
    void endsTheDay() {
        dispatcher.stop();
        database()
                .sql("DELETE FROM delivery WHERE partner IN (?, ?)")
                .params(GRID, GONE)
                .update();
        leaseStore.release(node.id(), leaseStore.leased(node.id()));
    }

    /** Whoever leaves the lane looks for what could not be looked for then. */
    @Test
    void looksForWhatWaitsWhenThereIsRoomForIt() throws InterruptedException {
        lanes.enter(GRID);
        dispatcher.look(GRID);
        assertThat(bell.await(Duration.ZERO)).isFalse();

        dispatcher.giveUpPlace(GRID);
        assertThat(bell.await(Duration.ZERO)).isTrue();
    }

    @Test
    void goesOnAfterARoundThatCollapsed(CapturedOutput log) {
        lanes.roundsThatCollapse = 2;
        dispatcher.start();
        await().until(() -> attempts.made.size() == 3);
        assertThat(log).contains("A round of deliveries failed").contains("no class today");
    }

    @Test
    void keepsNoPlaceForAnAttemptThatCollapsed(CapturedOutput log) {
        attempts.attemptsThatCollapse = 2;
        dispatcher.start();
        await().until(() -> attempts.made.size() == 3);
        assertThat(log)
                .contains(GRID + " " + attempts.made.get(0) + ": not settled")
                .contains("too deep");
    }

    @Test
    void triesAgainWhereAStepCollapsed() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(
                    camel, routes -> routes.from("direct:deliver-native").process(delivery -> deeper()));
            camel.getShutdownStrategy().setTimeout(1); // what collapsed would be waited for
            camel.start();
            Attempts real = new Attempts(
                    store,
                    bean(Ends.class),
                    lanes,
                    node,
                    ONE_AT_A_TIME,
                    camel.createProducerTemplate(),
                    bean(Ways.class),
                    TOMORROW);
            Delivery lead = leases.claim(Map.of(GRID, 1)).get(0);
            real.make(Consignment.of(lead, List.of()));
            assertThat(problem(lead)).startsWith("on our side: java.lang.StackOverflowError");
        }
    }

    @Test
    void givesUpWhatCannotBeSaidInTheirWords() throws Exception {
        Burials burials = new Burials();
        try (CamelContext camel = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(
                    camel, routes -> routes.from("direct:deliver-native").process(delivery -> {
                        throw MappingFault.unreadable(new IllegalArgumentException("no word for it"));
                    }));
            camel.start();
            new Attempts(
                            store,
                            burials,
                            lanes,
                            node,
                            ONE_AT_A_TIME,
                            camel.createProducerTemplate(),
                            bean(Ways.class),
                            TOMORROW)
                    .make(Consignment.of(leases.claim(Map.of(GRID, 1)).get(0), List.of()));
        }
        assertThat(burials.reasons).singleElement().asString().startsWith("it cannot be said in their words: ");
    }

    @Test
    void saysInASentenceThatAPartnerIsGone(CapturedOutput log) {
        store.add(lead(GONE, Plots.freshCode()), null);
        Delivery lead = leases.claim(Map.of(GONE, 1)).get(0);
        new Attempts(
                        store,
                        bean(Ends.class),
                        lanes,
                        node,
                        ONE_AT_A_TIME,
                        bean(ProducerTemplate.class),
                        bean(Ways.class),
                        TOMORROW)
                .make(Consignment.of(lead, List.of()));
        assertThat(problem(lead)).isEqualTo(GONE + " has no endpoint");
        assertThat(log)
                .containsPattern("WARN.* " + lead.messageId() + ": attempt 1 failed, " + GONE + " has no endpoint")
                .doesNotContain(lead.messageId() + ": the attempt failed on our side");
    }

    /** What is given up here is nobody's message, and nothing for the ledger. */
    private static final class Burials extends Ends {

        private final List<String> reasons = new ArrayList<>();

        Burials() {
            super(
                    bean(DeliveryStore.class),
                    bean(DeadLetterStore.class),
                    bean(LedgerStore.class),
                    new Node("tomorrow"),
                    TOMORROW);
        }

        @Override
        public boolean declined(Delivery delivery, Declined outcome) {
            return reasons.add(outcome.problem());
        }
    }

    private static void deeper() {
        throw new StackOverflowError("too deep");
    }

    private static String problem(Delivery lead) {
        return database()
                .sql("SELECT problem FROM delivery WHERE id = ? AND leased_by IS NULL AND attempts = 1")
                .param(lead.id())
                .query(String.class)
                .single();
    }

    private static Delivery lead(String partner, String code) {
        return new Delivery(
                0,
                partner,
                "lead-of-" + code,
                "lead.assigned",
                code,
                new Signed(new byte[] {1}, new byte[] {1}),
                "nothing",
                null,
                TOMORROW.instant(),
                TOMORROW.instant().plusSeconds(3600),
                0);
    }

    private static final class OneLane extends Lanes {

        private int roundsThatCollapse;

        OneLane() {
            super(ONE_AT_A_TIME, TOMORROW);
        }

        @Override
        int room(String partner) {
            if (roundsThatCollapse-- > 0) {
                throw new NoClassDefFoundError("no class today");
            }
            return partner.equals(GRID) ? super.room(partner) : 0;
        }
    }

    private static final class Collapsing extends Attempts {

        private final List<String> made = new CopyOnWriteArrayList<>();
        private int attemptsThatCollapse;

        Collapsing(Lanes lanes) {
            super(
                    bean(DeliveryStore.class),
                    bean(Ends.class),
                    lanes,
                    new Node("tomorrow"),
                    ONE_AT_A_TIME,
                    bean(ProducerTemplate.class),
                    bean(Ways.class),
                    TOMORROW);
        }

        @Override
        void make(Consignment consignment) {
            made.add(consignment.delivery().messageId());
            if (attemptsThatCollapse-- > 0) {
                throw new StackOverflowError("too deep");
            }
        }
    }
}
