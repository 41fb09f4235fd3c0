package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dianqiao.sandbox.marketing.Marketing;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole story with the simulated marketing system, in SOAP, with the keys that it hands out. */
class MarketingPlaysInSoapTest extends WithMarketing {

    private void playsInSoap(Faults faults) throws IOException {
        Path folder = Files.createDirectories(home().resolve("data/sandbox/marketing"));
        Marketing.Way way = new Marketing.Way(
                gateway().resolve("/connect/v1/" + GRID_OF_JINAN + "/marketing/call-back-soap"),
                Duration.ofMillis(10),
                narration::add);
        Marketing marketing =
                Marketing.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, CLOCK), way);
        open.add(marketing);
        register(marketing.address());
    }

    @Override
    protected String spokenTo(URI system) {
        return """
            transport: soap, url: "%s/services/transformation", signature: ws-security, \
            secret: "sandbox:marketing/soap/password", keystore: data/sandbox/marketing/soap/gateway.p12, \
            certificates: data/sandbox/marketing/soap/system.pem\
            """.formatted(system);
    }

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
