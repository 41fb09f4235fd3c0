package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.dianqiao.Homes;
import org.dianqiao.files.BadFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A gateway with bad files does not start, and says which, where and why. */
@ExtendWith(OutputCaptureExtension.class)
class BadHomeTest {

    private final Path home = Homes.fresh();

    @Test
    void isNotServedWithBadPartners(CapturedOutput output) throws IOException {
        Path grid = home.resolve("mappings/partners/grid.henan.yaml");
        Path platform = home.resolve("mappings/partners/approval.henan.yaml");
        Files.writeString(grid, Files.readString(grid).replace("kind: utility", "kind: util"));
        Files.writeString(platform, Files.readString(platform).replace("region:", "reigon:"));
        assertStartEnds(output, grid + ":3: ", platform + ":4: ");
    }

    @Test
    void isNotServedWithABadCatalogue(CapturedOutput output) throws IOException {
        Path services = home.resolve("mappings/services.yaml");
        Files.writeString(services, Files.readString(services).replace("limit: 64KiB", "limit: 64"));
        assertStartEnds(output, services + ":");
    }

    @Test
    void isNotServedWhenPartsAreErasedBeforeTheyAreDelivered(CapturedOutput output) throws IOException {
        Path services = home.resolve("mappings/services.yaml");
        String file = Files.readString(services).replaceFirst("limit: 20MiB\n", "limit: 20MiB\n    retention: 5d\n");
        Files.writeString(services, file);
        long line = file.substring(0, file.indexOf("retention: 5d")).lines().count();
        assertStartEnds(output, services + ":" + line + ": `retention` is shorter than `maxAge` and `expiry` together");
    }

    @Test
    void isNotServedWithABadContract(CapturedOutput output) throws IOException {
        Path contract = home.resolve("mappings/contracts/lead.answered.schema.json");
        Files.writeString(contract, Files.readString(contract).replace("\"title\"", "\"title\","));
        assertStartEnds(output, contract + ":");
    }

    @ParameterizedTest
    @EnumSource(names = {"A_BOUND_IN_WORDS", "A_HOLIDAY_THAT_ENDS_BEFORE_IT_BEGINS", "A_STATUS_THAT_IS_NONE"})
    void isNotServedWithBadPacksCalendarsOrCodeTables(Mistake mistake, CapturedOutput output) throws IOException {
        mistake.slipInto(home);
        assertStartEnds(output, mistake.told(home));
    }

    @Test
    void isNotServedWithABadCertificate(CapturedOutput output) throws IOException {
        Path certificate = home.resolve("certs/anchors/henan.pem");
        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        assertStartEnds(output, certificate + ": ");
    }

    @Test
    void isNotServedWithARouteThatIsMissing(CapturedOutput output) throws IOException {
        Path route = home.resolve("routes/services/lead.lookup.camel.yaml");
        Files.delete(route);
        assertStartEnds(output, route + ": ");
    }

    private void assertStartEnds(CapturedOutput output, String... words) {
        Throwable failure =
                catchThrowable(() -> Serve.run("--dianqiao.home=" + home, "--dianqiao.sandbox=keys", "--server.port=0")
                        .close());
        assertThat(failure).as("the gateway started").isNotNull();
        assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                .anyMatch(BadFiles.class::isInstance);
        assertThat(output.getOut() + output.getErr()).contains(words).contains("Mend the files named above");
    }
}
