package org.dianqiao.connector.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.dianqiao.WithGateway;
import org.junit.jupiter.api.Test;

/** Of several nodes one looks into a folder. */
class ListLeasesTest extends WithGateway {

    private static final Instant NOW = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);

    private final String partner = "office-" + UUID.randomUUID();

    private static boolean takes(String partner, String node, int from, int until) {
        return bean(ListLeaseStore.class).take(partner, node, NOW.plusSeconds(from), NOW.plusSeconds(until));
    }

    @Test
    void areOneNodesUntilTheyAreOver() {
        assertThat(takes(partner, "one", 0, 60)).isTrue();
        assertThat(takes(partner, "other", 59, 120)).isFalse();
        assertThat(takes(partner, "one", 59, 100)).isTrue();
        assertThat(takes(partner, "other", 99, 160)).isFalse();
        assertThat(takes(partner, "other", 101, 160)).isTrue();
        assertThat(takes(partner, "one", 101, 160)).isFalse();
    }

    @Test
    void areRenewedByWhoHasThem() {
        takes(partner, "one", 0, 60);
        bean(ListLeaseStore.class).renew(List.of(partner), "other", NOW.plusSeconds(1000));
        bean(ListLeaseStore.class).renew(List.of(partner), "one", NOW.plusSeconds(90));
        assertThat(takes(partner, "other", 80, 160)).isFalse();
        assertThat(takes(partner, "other", 91, 160)).isTrue();
    }
}
