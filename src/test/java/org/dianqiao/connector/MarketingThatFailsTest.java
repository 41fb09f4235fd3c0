package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;

/** The simulated marketing system with faults that concern more than its answer. */
class MarketingThatFailsTest extends WithMarketing {

    /** It takes the application, and calls back before anybody has heard so. */
    @Test
    void isNotBelievedToHaveTakenAnApplicationWhileItIsTooSlow() {
        plays(Faults.none().slow(Duration.ofSeconds(8)));
        String application = applied();
        awaitAttempts(application, 2);
        assertThat(ends(application)).isEmpty();
        assertThat(numbers(application)).hasSize(1);
        assertThat(narration).filteredOn(line -> line.contains("RECEIVED")).hasSize(1);
    }

    @Test
    void isToldThatItsCallBacksHaveLostTheirZeros() {
        plays(Faults.of(Fault.LEADING_ZEROS));
        String application = applied();
        await().until(() -> narration.stream().anyMatch(line -> line.contains("RECEIVED")));
        assertThat(narration).allMatch(line -> line.endsWith("-> 0009"));
        assertThat(lookup(application).path("timeline").findValuesAsText("about"))
                .doesNotContain("accepted", "connected");
    }

    @Test
    void saysErrorsAsTextAndTakesWhatIsRight() {
        plays(Faults.of(Fault.TEXT_ERRORS));
        awaitEnd(applied(), "delivered");
    }
}
