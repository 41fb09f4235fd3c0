package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.verifier.Verified;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A supervisor takes away all that was said in a while: thousands of bundles, several times at once. */
class EvidenceOfThousandsIT {

    private static final String BUREAU = "supervisor.henan";
    private static final int PROJECTS = 1_500;
    private static final int AT_ONCE = 4;

    private final Henan henan = new Henan();
    private final Identity bureau = Newcomers.register(henan.home(), BUREAU);
    private final GatewayJar gateway = GatewayJar.in(henan.home());

    @AfterEach
    void end() {
        gateway.close();
        henan.close();
    }

    @Test
    void passesThroughAHeapThatWouldNotHoldIt() throws Exception {
        Newcomers.put(henan.home().resolve("mappings/partners/" + BUREAU + ".yaml"), """
                id: supervisor.henan
                name: { zh: 河南省监管局, en: Henan bureau }
                kind: supervisor
                region: "410000"
                sends: [ { service: ledger.evidence } ]
                """);
        gateway.start();
        Load load = Load.begin(henan, gateway.url());
        load.awaitMore(PROJECTS);
        load.finish();

        Parcel question = question(Clock.systemUTC().instant());
        byte[] bundle = answered(question).body();
        List<String> entries = names(bundle);
        assertThat(entries).hasSizeGreaterThan(2 * PROJECTS).isSorted();
        assertThat(bundle.length).isGreaterThan(20 << 20);
        JsonNode tally = Verified.report(bundle, henan.home().resolve("data/sandbox/root.pem"))
                .path("tally");
        assertThat(tally.path("FULL").asInt()).as(tally.toString()).isEqualTo(entries.size());

        String digest = Draft.sm3(bundle);
        assertThat(Stream.generate(() -> question)
                        .limit(AT_ONCE)
                        .parallel()
                        .map(again -> Draft.sm3(answered(again).body())))
                .containsOnly(digest);
    }

    private Parcel question(Instant until) {
        return Draft.query(
                        BUREAU,
                        bureau::seal,
                        "ledger.evidence",
                        Plots.object().put("from", Instant.EPOCH.toString()).put("to", until.toString()))
                .sealed();
    }

    private Reply answered(Parcel question) {
        Reply reply = question.post(gateway.url());
        assertThat(reply.status()).as(gateway.said()).isEqualTo(200);
        return reply;
    }

    private static List<String> names(byte[] bundle) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
