package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is played is who has a file among the house's partners. */
class CastTest {

    private static final Path PARTNERS = Path.of("mappings/partners");

    @Test
    void isThePartnersOfTheHouse() throws IOException {
        try (Stream<Path> files = Files.list(PARTNERS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                            .filter(id -> file(id).contains("transport: native")))
                    .containsExactlyInAnyOrderElementsOf(Setting.simulators());
        }
    }

    @Test
    void isTheSystemsThatSpeakADialect() throws IOException {
        Setting usual = Setting.usual();
        List<String> addresses = Stream.concat(
                        Outsider.together().stream()
                                .map(outsider -> "\"http://127.0.0.1:" + usual.port(outsider.word()) + "/"),
                        Stream.of(
                                "\"jdbc:postgresql://127.0.0.1:" + usual.port("approval-exchange") + "/",
                                "\"file:data/lists/xuchang\""))
                .toList();
        try (Stream<Path> files = Files.list(PARTNERS)) {
            assertThat(files.map(CastTest::text).filter(text -> !text.contains("transport: native")))
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(addresses).anyMatch(text::contains));
        }
    }

    @Test
    void listensWhereTheirFilesSay() {
        Setting usual = Setting.usual();
        for (String id : Setting.simulators()) {
            assertThat(file(id)).contains("\"http://127.0.0.1:" + usual.port(id) + "/exchange/v1\"");
        }
        assertThat(usual.ports().values()).doesNotHaveDuplicates();
    }

    @Test
    void hasTheDepartmentsOfEachCity() {
        for (Office office : Office.ALL) {
            assertThat(file(office.id()))
                    .contains(
                            "zh: " + office.zh(),
                            "kind: department\n",
                            "region: \"" + office.city().region() + "\"",
                            "department: " + office.bureau().word() + "\n");
        }
        assertThat(Office.ALL)
                .extracting(Office::id)
                .contains("energy.jinan", "housing.huangshan")
                .hasSize(17);
    }

    private static String file(String id) {
        return text(PARTNERS.resolve(id + ".yaml"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
