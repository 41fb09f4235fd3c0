package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.dianqiao.MovedClock;
import org.dianqiao.Plots;
import org.dianqiao.WithGateway;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two nodes over one queue, on a line where one delivery takes longer than a lease. */
@ExtendWith(OutputCaptureExtension.class)
class LeasesTest extends WithGateway {

    private static final String GRID = "grid.hebi";
    private static final Map<String, Integer> ROOM = Map.of(GRID, 1);
    private static final Signed SIGNED = new Signed(new byte[] {1}, new byte[] {1});
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final DeliverySettings SETTINGS =
            new DeliverySettings(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 0, 1, 5);

    /** The gateway's own dispatcher has no work with what is due tomorrow. */
    private final MovedClock clock = new MovedClock(CLOCK.instant().plus(Duration.ofDays(1)));

    private final Node east = new Node("east");
    private final Leases ofEast = new Leases(bean(LeaseStore.class), east, SETTINGS, clock);
    private final Leases ofWest = new Leases(bean(LeaseStore.class), new Node("west"), SETTINGS, clock);

    @BeforeEach
    void aLeadWaits() {
        bean(DeliveryStore.class).add(lead(), null);
    }

    @AfterEach
    void endsTheDay() {
        database().sql("DELETE FROM delivery WHERE partner = ?").param(GRID).update();
    }

    @Test
    void areRenewedAsLongAsADeliveryIsHeld() {
        Delivery lead = taken(ofEast);
        for (int minute = 0; minute < 10; minute++) {
            clock.pass(MINUTE);
            ofEast.keep();
            assertThat(ofWest.claim(ROOM)).isEmpty();
        }
        ofEast.letGo(lead);
        clock.pass(MINUTE);
        ofEast.keep();
        clock.pass(MINUTE);
        assertThat(ofWest.claim(ROOM)).extracting(Delivery::id).containsExactly(lead.id());
    }

    @Test
    void endWithTheTimeOfTheDelivery() {
        taken(ofEast);
        clock.pass(Duration.ofHours(1));
        ofEast.keep();
        assertThat(bean(DeliveryStore.class).expired(clock.instant()))
                .extracting(Delivery::partner)
                .contains(GRID);
    }

    @Test
    void areNotTakenBackFromAnotherNode() {
        taken(ofEast);
        clock.pass(MINUTE.multipliedBy(2));
        taken(ofWest);
        ofEast.keep();
        assertThat(bean(LeaseStore.class).leased("west")).hasSize(1);
    }

    @Test
    void saysWhenAnotherNodeHasWhatArrived(CapturedOutput log) throws Exception {
        Delivery lead = taken(ofEast);
        clock.pass(MINUTE.multipliedBy(2));
        try (CamelContext camel = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(
                    camel, routes -> routes.from("direct:deliver-native").process(exchange -> {
                        taken(ofWest);
                        exchange.getMessage().setBody(new Delivered(SIGNED, "application/json", new byte[0], null));
                    }));
            camel.start();
            ofEast(camel).make(Consignment.of(lead, List.of()));
        }
        assertThat(log).contains(lead.messageId() + ": delivered, but our lease was over");
        assertThat(bean(LeaseStore.class).leased("west")).contains(lead.id());
    }

    private Attempts ofEast(CamelContext camel) {
        Ends ends =
                new Ends(bean(DeliveryStore.class), bean(DeadLetterStore.class), bean(LedgerStore.class), east, clock);
        Lanes lanes = new Lanes(SETTINGS, clock);
        return new Attempts(
                bean(DeliveryStore.class),
                ends,
                lanes,
                east,
                SETTINGS,
                camel.createProducerTemplate(),
                bean(Ways.class),
                clock);
    }

    private static Delivery taken(Leases leases) {
        Delivery lead = leases.claim(ROOM).get(0);
        leases.hold(lead);
        leases.keep();
        return lead;
    }

    private Delivery lead() {
        Instant now = clock.instant();
        String code = Plots.freshCode();
        return new Delivery(
                0,
                GRID,
                "lead-of-" + code,
                "lead.assigned",
                code,
                SIGNED,
                "nothing",
                null,
                now,
                now.plusSeconds(3600),
                0);
    }
}
