package org.dianqiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String LOOKUP = """
            services:
              lead.lookup:
                title: { zh: 线索查询, en: Lead lookup }
                kind: query
                provider: gateway
                contract: lead.lookup
                reply: lead.lookup.reply
                limit: 64KiB
                maxAge: 90s
                expiry: 2h
                purpose: required
                retention: 180d
                regions: [/regionCode]
            vocabulary:
              - permit.filed
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheServicesOfTheProject() {
        Catalogue catalogue = Catalogue.read(Path.of("mappings/services.yaml"), contract -> true);
        assertThat(catalogue.find("project.code-assigned").orElseThrow().limit())
                .isEqualTo(20L << 20);
        assertThat(catalogue.find("property.lookup").orElseThrow().wantsPurpose())
                .isTrue();
        assertThat(catalogue.knows("joint.applied")).isTrue();
        assertThat(catalogue.find("joint.applied")).isEmpty();
    }

    @Test
    void readsAService() throws IOException {
        Service lookup = read(LOOKUP).find("lead.lookup").orElseThrow();
        assertThat(lookup.kind()).isEqualTo(Service.Kind.QUERY);
        assertThat(lookup.provider()).isEqualTo(Service.Provider.GATEWAY);
        assertThat(lookup.limit()).isEqualTo(64 * 1024);
        assertThat(lookup.maxAge()).isEqualTo(Duration.ofSeconds(90));
        assertThat(lookup.expiry()).isEqualTo(Duration.ofHours(2));
        assertThat(lookup.retention()).isEqualTo(Duration.ofDays(180));
        assertThat(lookup.wantsPurpose()).isTrue();
        assertThat(lookup.regions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"query, PT5M", "event, PT72H"})
    void hasTheProtocolsMaxAgeWhereNothingIsSaid(String kind, Duration maxAge) throws IOException {
        String file = LOOKUP.replace("kind: query", "kind: " + kind).replace("    maxAge: 90s\n", "");
        assertThat(read(file).find("lead.lookup").orElseThrow().maxAge()).isEqualTo(maxAge);
    }

    @ParameterizedTest
    @CsvSource({
        "lead.lookup:, Lead_Lookup:, 3",
        "kind: query, kind: question, 4",
        "kind: query, remark: query, 3",
        "provider: gateway, provider: nobody, 5",
        "contract: lead.lookup, contract: lead.unknown, 6",
        "reply: lead.lookup.reply, reply: lead.unknown, 7",
        "limit: 64KiB, limit: 64KB, 8",
        "limit: 64KiB, limit: -1KiB, 8",
        "limit: 64KiB, limit: KiB, 8",
        "maxAge: 90s, maxAge: 90, 9",
        "maxAge: 90s, maxAge: soon, 9",
        "expiry: 2h, expiry: 0h, 10",
        "purpose: required, purpose: wanted, 11",
        "retention: 180d, retention: 1y, 12",
        "retention: 180d, retention: 89s, 12",
        "regions: [/regionCode], regions: [regionCode], 13",
        "regions: [/regionCode], regions: /regionCode, 13",
        "'title: { zh: 线索查询, en: Lead lookup }', title: 线索查询, 3",
        "'zh: 线索查询,', '', 3",
        "'zh: 线索查询,', 'zh: 线索查询, cn: 线索,', 3",
        "services:, 'remark: x\nservices:', 1",
        "'  - permit.filed', '  permit.filed: yes', 15",
        "'  - permit.filed', '  - []', 15"
    })
    void namesFileLineAndReasonOfAFault(String right, String wrong, int line) {
        assertThat(faults(LOOKUP.replaceFirst(Pattern.quote(right), wrong)))
                .allSatisfy(fault -> assertThat(fault.file()).isEqualTo(folder.resolve("services.yaml")))
                .allSatisfy(fault -> assertThat(fault.reason()).isNotBlank().doesNotContain("org.dianqiao"))
                .anySatisfy(fault -> assertThat(fault.line()).isEqualTo(line));
    }

    @ParameterizedTest
    @CsvSource({"query, 90s", "event, 7290s"})
    void wantsPartsKeptAsLongAsTheyAreNeeded(String kind, String retention) throws IOException {
        String file = LOOKUP.replace("kind: query", "kind: " + kind);
        String enough = file.replace("180d", retention);
        assertThat(read(enough).retention("lead.lookup")).isEqualTo(Catalogue.duration(retention));
        String tooShort = file.replace("180d", retention.replace("90s", "89s"));
        assertThat(faults(tooShort)).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(12);
            assertThat(fault.reason()).startsWith("`retention` is shorter than `maxAge`");
        });
    }

    @Test
    void readsHowLongAnAnswerIsHeld() throws IOException {
        assertThat(read(LOOKUP).find("lead.lookup").orElseThrow().held()).isNull();
        assertThat(read(LOOKUP).longestHeld()).isZero();
        Catalogue catalogue = read(held("24h"));
        assertThat(catalogue.find("lead.lookup").orElseThrow().held()).isEqualTo(Duration.ofHours(24));
        assertThat(catalogue.longestHeld()).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @CsvSource({
        "held: 24h, held: 181d, longer than `retention`",
        "kind: query, kind: event, for queries that partners answer",
        "provider: partners, provider: gateway, for queries that partners answer"
    })
    void holdsOnlyWhatPartnersAnsweredAndIsStillThere(String right, String wrong, String reason) {
        assertThat(faults(held("24h").replace(right, wrong))).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(14);
            assertThat(fault.reason()).contains(reason);
        });
    }

    /** Licences may be revoked at any moment. */
    @Test
    void holdsNothingThatIsSaidOfLicences() {
        Catalogue catalogue = Catalogue.read(Path.of("mappings/services.yaml"), contract -> true);
        assertThat(catalogue.all().stream()
                        .filter(service -> service.held() != null)
                        .map(Service::name))
                .containsExactly("enterprise.verify");
    }

    private static String held(String time) {
        return LOOKUP.replace("provider: gateway", "provider: partners")
                .replace("regions: [/regionCode]\n", "regions: [/regionCode]\n    held: " + time + "\n");
    }

    @Test
    void wantsDeliveriesToEndBeforeTheirPartsAreErased() {
        String file = LOOKUP.replace("kind: query", "kind: event")
                .replace("expiry: 2h", "expiry: 1095d")
                .replace("    retention: 180d\n", "");
        assertThat(faults(file))
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("`maxAge` and `expiry` together");
    }

    @Test
    void keepsThreeYearsWhatItDoesNotKnow() throws IOException {
        assertThat(read(LOOKUP).retention("lead.assigned")).isEqualTo(Duration.ofDays(1095));
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(faults(LOOKUP.replace("64KiB", "64").replace("90s", "90").replace("required", "maybe")))
                .extracting(Fault::line)
                .containsExactly(8, 9, 11);
    }

    @Test
    void wantsServices() {
        assertThat(faults("vocabulary: []\n")).extracting(Fault::reason).containsExactly("no services");
        assertThat(faults("")).isNotEmpty();
    }

    private Catalogue read(String text) throws IOException {
        Path file = folder.resolve("services.yaml");
        Files.writeString(file, text);
        return Catalogue.read(file, contract -> contract.startsWith("lead.lookup"));
    }

    private List<Fault> faults(String text) {
        BadFiles bad = catchThrowableOfType(BadFiles.class, () -> read(text));
        assertThat(bad).as(text).isNotNull();
        return bad.faults();
    }
}
