package org.dianqiao.casework;

import java.time.Clock;
import java.time.Duration;
import org.dianqiao.WithGateway;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.Erasing;
import org.dianqiao.exchange.Holds;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases are kept for three years after their last word; here these have passed. */
public final class Later extends WithGateway {

    public static final Duration THREE_YEARS = Duration.ofDays(1095);

    private Later() {}

    public static void threeYearsPass() {
        pass(THREE_YEARS.plusDays(1));
    }

    public static void pass(Duration later) {
        pass(bean(Catalogue.class), later);
    }

    static void pass(Catalogue catalogue, Duration later) {
        new CaseRetentionWatch(
                        bean(CaseRetentionStore.class),
                        new Erasing(
                                bean(Holds.class),
                                catalogue,
                                bean(TransactionTemplate.class),
                                Clock.offset(CLOCK, later)))
                .erase();
    }
}
