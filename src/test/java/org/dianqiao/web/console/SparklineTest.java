package org.dianqiao.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void reachesTheTopWhereMostHappened() {
        assertThat(Sparkline.of(List.of(0L, 4L, 2L)).line()).isEqualTo("M0.0,26.0L60.0,2.0L120.0,14.0");
    }

    @Test
    void liesOnTheGroundWhereNothingHappened() {
        Sparkline nothing = Sparkline.of(List.of(0L, 0L));

        assertThat(nothing.flat()).isTrue();
        assertThat(nothing.area()).isEqualTo("M0.0,26.0L120.0,26.0L120.0,28.0L0.0,28.0Z");
    }
}
