package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dianqiao.codes.Region;
import org.dianqiao.partner.Partner;
import org.junit.jupiter.api.Test;

class RatesTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1));
    private final Rates rates = new Rates(nanos::get);
    private final Partner grid = partner("grid.henan", 2, 5);

    @Test
    void letsABurstThrough() {
        assertThat(take(grid, 5)).isTrue();
        assertThat(rates.take(grid)).isPositive();
    }

    @Test
    void refillsWithTime() {
        take(grid, 5);
        pass(500);
        assertThat(rates.take(grid)).isZero();
        assertThat(rates.take(grid)).isPositive();
    }

    @Test
    void holdsNoMoreThanABurst() {
        take(grid, 5);
        pass(3_600_000);
        assertThat(take(grid, 5)).isTrue();
        assertThat(rates.take(grid)).isPositive();
    }

    @Test
    void saysAfterHowManySecondsThereWillBeRoom() {
        Partner slow = partner("window.zhengzhou", 1, 1);
        rates.take(slow);
        assertThat(rates.take(slow)).isEqualTo(1);
        pass(1000);
        assertThat(rates.take(slow)).isZero();
    }

    @Test
    void chargesNothingForARefusal() {
        take(grid, 5);
        for (int i = 0; i < 100; i++) {
            rates.take(grid);
        }
        pass(500);
        assertThat(rates.take(grid)).isZero();
    }

    @Test
    void givesBackWhatARepeatTook() {
        take(grid, 5);
        rates.giveBack(grid);
        assertThat(rates.take(grid)).isZero();
        assertThat(rates.take(grid)).isPositive();
    }

    @Test
    void givesBackNoMoreThanWasTaken() {
        rates.take(grid);
        rates.giveBack(grid);
        rates.giveBack(grid);
        assertThat(take(grid, 5)).isTrue();
        assertThat(rates.take(grid)).isPositive();
    }

    @Test
    void countsEachPartnerForItself() {
        take(grid, 5);
        assertThat(rates.take(partner("grid.jinan", 2, 5))).isZero();
    }

    @Test
    void followsAChangedFile() {
        take(grid, 5);
        assertThat(take(partner("grid.henan", 2, 10), 5)).isTrue();
    }

    private boolean take(Partner partner, int times) {
        boolean all = true;
        for (int i = 0; i < times; i++) {
            all &= rates.take(partner) == 0;
        }
        return all;
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static Partner partner(String id, int perSecond, int burst) {
        return new Partner(
                id,
                new Partner.Name("国网河南省电力公司", "State Grid Henan"),
                Partner.Kind.UTILITY,
                Region.of("410000"),
                "electricity",
                null,
                null,
                Map.of(),
                Set.of(),
                new Partner.Rate(perSecond, burst));
    }
}
