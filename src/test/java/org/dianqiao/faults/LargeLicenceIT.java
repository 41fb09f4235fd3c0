package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Outsider;
import org.dianqiao.sandbox.Part;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A licence of 20 MB, with its plans, on its way through a gateway that has little more memory than it needs to start. */
class LargeLicenceIT {

    private static final int MIB = 1 << 20;
    private static final String COMPLETION =
            "1.2.156.3005.2.11100000000013338W087.11410100MB1T000768.2025042800003.001.W";

    private final Henan henan = new Henan();
    private final GatewayJar gateway = GatewayJar.in(henan.home()).heap("-Xmx96m");
    private Simulator service;

    @BeforeEach
    void aLicenceServiceKnowsIt() throws IOException {
        Path sandbox = henan.home().resolve("data/sandbox");
        Outsider.Caller caller = new Outsider.Caller(sandbox.resolve("gateway.pem"), null, line -> {});
        service = Outsider.LICENCE_SERVICE.open(
                sandbox, new InetSocketAddress("127.0.0.1", 0), Faults.none(), Clock.systemUTC(), caller);
        Path file = henan.home().resolve("mappings/partners/licences.henan.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("url: .*", "url: \"" + service.address().resolve("/CertShare") + "\""));
        gateway.start();
    }

    @AfterEach
    void end() {
        gateway.close();
        service.close();
        henan.close();
    }

    /** The desk holds each part against the manifest. */
    @Test
    void getsToWhoAskedAgainAndAgain() {
        for (int times = 0; times < 3; times++) {
            Answer answer = henan.desk("grid.henan", gateway.url())
                    .send(Letter.query(
                                    "licence.lookup",
                                    Plots.object().put("identifier", COMPLETION).put("files", true))
                            .because("supply application"));
            assertThat(answer.json().at("/licences/0/file/seal").asText()).isEqualTo("valid");
            assertThat(answer.parts()).hasSize(2);
            Part file = answer.parts().get(1);
            assertThat(file.bytes()).hasSizeGreaterThan(20 * MIB);
        }
        assertThat(gateway.isRunning()).isTrue();
        assertThat(gateway.said()).doesNotContain("OutOfMemoryError");
    }
}
