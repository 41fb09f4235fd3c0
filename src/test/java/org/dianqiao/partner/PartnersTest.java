package org.dianqiao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.partner.Endpoint.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnersTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("mappings/services.yaml"), contract -> true);
    private static final String GRID = """
        id: grid.henan
        name: { zh: 国网河南省电力公司, en: State Grid Henan }
        kind: utility
        region: "410000"
        utility: electricity
        endpoint: { transport: native, url: "http://127.0.0.1:9101/exchange/v1" }
        sends:
          - { service: lead.answered }
          - { service: property.lookup, purposes: ["supply application"] }
        receives: [lead.assigned]
        rate: { perSecond: 5, burst: 10 }
        """;

    @TempDir
    private Path folder;

    @Test
    void readsThePartnersOfTheProject() {
        assertThat(ofTheProject().all())
                .extracting(Partner::id)
                .startsWith("approval.henan", "approval.xuchang", "development.huangshan")
                .contains("greening.zhengzhou", "grid.henan", "supervisor.henan", "window.zhengzhou");
    }

    /** Who is asked may also tell, of its own accord, what happens to what it keeps. */
    @ParameterizedTest
    @CsvSource({
        "market-regulator.national, enterprise.registered",
        "registry.zhengzhou, property.transferred",
        "licences.henan, licence.revoked",
    })
    void letsRegistersTellWhatHappensInThem(String register, String service) {
        assertThat(ofTheProject().find(register).orElseThrow().grant(service)).isPresent();
    }

    private static Partners ofTheProject() {
        return Partners.read(
                Path.of("mappings/partners"), CATALOGUE, new SecretPlaces(Path.of("."), Map.of()), "gateway");
    }

    @Test
    void readsAPartnersFile() throws IOException {
        Partner grid = read(GRID).find("grid.henan").orElseThrow();
        assertThat(grid.name().zh()).isEqualTo("国网河南省电力公司");
        assertThat(grid.kind()).isEqualTo(Partner.Kind.UTILITY);
        assertThat(grid.utility()).isEqualTo("electricity");
        assertThat(grid.endpoint())
                .isEqualTo(new Endpoint(
                        Transport.NATIVE, URI.create("http://127.0.0.1:9101/exchange/v1"), "", Credentials.NONE));
        assertThat(grid.grant("property.lookup").orElseThrow().allows("supply application"))
                .isTrue();
        assertThat(grid.grant("property.lookup").orElseThrow().allows("curiosity"))
                .isFalse();
        assertThat(grid.grant("lead.lookup")).isEmpty();
        assertThat(grid.receives("lead.assigned")).isTrue();
        assertThat(grid.rate()).isEqualTo(new Partner.Rate(5, 10));
    }

    @Test
    void receivesNothingWithoutAnEndpoint() throws IOException {
        Partner grid =
                read(GRID.replaceAll("endpoint:.*\n", "")).find("grid.henan").orElseThrow();
        assertThat(grid.receives("lead.assigned")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "id: grid.henan, id: Grid.Henan, 1",
        "id: grid.henan, id: grid.jinan, 1",
        "kind: utility, kind: utilities, 3",
        "kind: utility, sort: utility, 1",
        "'region: \"410000\"', 'region: \"4100\"', 4",
        "utility: electricity, utility: steam, 5",
        "transport: native, transport: pigeon, 6",
        "http://127.0.0.1:9101, ftp://127.0.0.1:9101, 6",
        "transport: native, 'transport: native, files: [files.example]', 6",
        "transport: native, 'transport: rest, dialect: x, files: [files.example, \"http://files.example\"]', 6",
        "transport: native, 'transport: rest, dialect: x, files: [files.example/..]', 6",
        "http://127.0.0.1:9101, http://u:p@127.0.0.1, 6",
        "http://127.0.0.1:9101, not an address, 6",
        "{ service: lead.answered }, { service: lead.celebrated }, 8",
        "{ service: lead.answered }, { service: lead.assigned }, 8",
        "{ service: lead.answered }, { servcie: lead.answered }, 8",
        "'{ service: lead.answered }', '{ service: property.lookup, purposes: [\"x\"] }', 9",
        "', purposes: [\"supply application\"]', '', 9",
        "receives: [lead.assigned], receives: [lead.celebrated], 10",
        "receives: [lead.assigned], receives: lead.assigned, 10",
        "perSecond: 5, perSecond: 0, 11",
        "burst: 10, burst: a few, 11",
        "rate:, raet:, 11",
        "zh: 国网河南省电力公司, zhong: 国网河南省电力公司, 2",
        "zh: 国网河南省电力公司, 'zh: 国网, zh: 南网', 2"
    })
    void namesFileLineAndReasonOfAFault(String right, String wrong, int line) throws IOException {
        assertThat(faults(GRID.replace(right, wrong)))
                .allSatisfy(fault -> assertThat(fault.file()).isEqualTo(folder.resolve("grid.henan.yaml")))
                .allSatisfy(fault -> assertThat(fault.reason()).isNotBlank())
                .anySatisfy(fault -> assertThat(fault.line()).isEqualTo(line));
    }

    @Test
    void namesADepartmentThatNobodyKnows() throws IOException {
        String bureau = GRID.replace("kind: utility", "kind: department")
                .replace("utility: electricity", "department: planing");
        assertThat(faults(bureau)).singleElement().satisfies(fault -> assertThat(fault.line())
                .isEqualTo(5));
    }

    @Test
    void namesTheFaultsOfAllFilesAtOnce() throws IOException {
        Files.writeString(folder.resolve("approval.henan.yaml"), "id: [\n");
        assertThat(faults(GRID.replace("utility: electricity", "utility: steam").replace("burst: 10", "burst: 0")))
                .extracting(fault -> fault.file().getFileName() + ":" + fault.line())
                .contains("approval.henan.yaml:2", "grid.henan.yaml:5", "grid.henan.yaml:11");
    }

    @Test
    void keepsTheGatewaysOwnIdForTheGateway() throws IOException {
        Files.writeString(folder.resolve("gateway.yaml"), GRID.replace("id: grid.henan", "id: gateway"));
        assertThat(faults(GRID)).extracting(Fault::reason).containsExactly("`gateway` is the gateway's own id");
    }

    @Test
    void findsTheNearestWhoReceives() throws IOException {
        for (String region : List.of("410000", "410100", "370000", "410105")) {
            String id = "grid." + region;
            String file = GRID.replace("grid.henan", id).replace("\"410000\"", "\"" + region + "\"");
            Files.writeString(
                    folder.resolve(id + ".yaml"), region.equals("410105") ? file.replaceAll("receives.*\n", "") : file);
        }
        Partners partners = Partners.read(folder, CATALOGUE, new SecretPlaces(Path.of("."), Map.of()), "gateway");
        assertThat(nearest(partners, "410105")).isEqualTo("grid.410100");
        assertThat(nearest(partners, "410200")).isEqualTo("grid.410000");
        assertThat(nearest(partners, "410000")).isEqualTo("grid.410000");
        assertThat(nearest(partners, "110000")).isEqualTo("-");
        assertThat(partners.nearest("lead.assigned", "410105", partner -> partner.id()
                                .endsWith("0000"))
                        .map(Partner::id))
                .hasValue("grid.410000");
    }

    private static String nearest(Partners partners, String region) {
        return partners.nearest("lead.assigned", region, partner -> true)
                .map(Partner::id)
                .orElse("-");
    }

    private Partners read(String grid) throws IOException {
        Files.writeString(folder.resolve("grid.henan.yaml"), grid);
        return Partners.read(folder, CATALOGUE, new SecretPlaces(Path.of("."), Map.of()), "gateway");
    }

    private List<Fault> faults(String grid) {
        BadFiles bad = catchThrowableOfType(BadFiles.class, () -> read(grid));
        assertThat(bad).as(grid).isNotNull();
        assertThat(bad).hasMessageContaining(String.valueOf(bad.faults().get(0)));
        return bad.faults();
    }
}
