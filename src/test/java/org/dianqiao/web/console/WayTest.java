package org.dianqiao.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dianqiao.exchange.AttestedSides;
import org.junit.jupiter.api.Test;

class WayTest {

    private static final Row ASSIGNED = row("01", "in", "approval.henan");
    private static final Row TOLD = row("02", "out", "grid.henan");
    private static final Row ANSWERED = row("03", "in", "grid.henan");
    private static final Row UPDATED = row("04", "in", "approval.henan");
    private static final Row TOLD_AGAIN = row("05", "out", "grid.henan");
    private static final List<Row> CASE = List.of(ASSIGNED, TOLD, ANSWERED, UPDATED, TOLD_AGAIN);

    @Test
    void leadsFromAMessageToWhatWentOutBecauseOfIt() {
        assertThat(Way.of(ASSIGNED, CASE)).isEqualTo(new Way(ASSIGNED, List.of(TOLD)));
        assertThat(Way.of(ANSWERED, CASE)).isEqualTo(new Way(ANSWERED, List.of()));
    }

    @Test
    void leadsFromADeliveryBackToItsCause() {
        assertThat(Way.of(TOLD_AGAIN, CASE)).isEqualTo(new Way(UPDATED, List.of(TOLD_AGAIN)));
    }

    @Test
    void ofADeliveryWithoutACauseIsTheDeliveryAlone() {
        assertThat(Way.of(TOLD, List.of(TOLD))).isEqualTo(new Way(null, List.of(TOLD)));
    }

    private static Row row(String id, String direction, String partner) {
        return new Row(
                id,
                Instant.EPOCH,
                direction,
                partner,
                "m-" + id,
                "event",
                "project.updated",
                "accepted",
                "case",
                false,
                new AttestedSides(null, null));
    }
}
