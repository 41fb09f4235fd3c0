package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole story with the simulated marketing system, in SOAP. */
class MarketingPlaysInSoapTest extends WithPlaysInSoap {

    @Test
    void fromTheApplicationToThePowerOn() throws Exception {
        playsInSoap(Faults.none());
        String application = applied();
        awaitEnd(application, "delivered");
        await().until(() -> narration.size() == 6);
        assertThat(narration).allMatch(line -> line.endsWith("-> 0000"));
        assertThat(lookup(application).path("timeline").findValuesAsText("about"))
                .contains("accepted", "connected");
    }

    @Test
    void takesNoTextForAnAnswer() throws Exception {
        playsInSoap(Faults.of(Fault.TEXT_ERRORS));
        assertThat(awaitAttempts(applied(), 1)).contains("not signed as it must be");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSIGNED", "STALE_TIMESTAMP", "SWAPPED_PARTS"})
    void takesNoAnswerThatIsNotSignedAsItMustBe(Fault fault) throws Exception {
        playsInSoap(Faults.of(fault));
        String application = applied();
        assertThat(awaitAttempts(application, 1)).contains("not signed as it must be");
        assertThat(ends(application)).isEmpty();
    }
}
