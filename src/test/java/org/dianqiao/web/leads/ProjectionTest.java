package org.dianqiao.web.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.dianqiao.lead.LeadRegister.Place;
import org.junit.jupiter.api.Test;

/** What a map of leads measures, whatever shape its places have. */
class ProjectionTest {

    private static final int WIDTH = 480;
    private static final int EDGE = 40;
    private static final int WIDTH_OF_A_LABEL = 40;

    private final Projection high = over(place("113.75", "34.83"), place("113.80", "34.12"));

    @Test
    void drawsItsDegreesAsFarApartInBothDirections() {
        assertThat(high.latitudes()).containsExactly(34.2, 34.4, 34.6, 34.8);
        assertThat(high.longitudes()).containsExactly(113.8);
    }

    @Test
    void leavesRoomForTheNamesOfItsLongitudes() {
        Projection wide = over(place("113.0", "34.0"), place("115.0", "36.9"));
        assertThat(wide.longitudes()).containsExactly(113.0, 114.0, 115.0);
        assertThat(wide.x(114.0) - wide.x(113.0)).isGreaterThan(WIDTH_OF_A_LABEL);
    }

    private static Projection over(Place... places) {
        return Projection.of(List.of(places), WIDTH, EDGE);
    }

    private static Place place(String lon, String lat) {
        return new Place(new BigDecimal(lon), new BigDecimal(lat), "410100", "assigned", 1, "L410100-261122-000001");
    }
}
