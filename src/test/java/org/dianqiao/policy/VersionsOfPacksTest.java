package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Watched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Huangshan files works up to 500 m instead of 300 m from next year on: a second file beside the first. */
class VersionsOfPacksTest {

    private static final LocalDate TODAY = LocalDate.parse(Given.TODAY);
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2027-01-01");

    @TempDir
    private Path folder;

    private String next = "";

    @BeforeEach
    void isTheNextVersionWritten() throws IOException {
        Given.copy(folder);
        next = Files.readString(folder.resolve("huangshan.yaml"))
                .replace("version: \"2026.1\"", "version: \"2027.1\"")
                .replace("inForce: 2023-05-04", "inForce: " + FIRST_DAY)
                .replace("lineLengthM: { max: 300 }", "lineLengthM: { max: 500 }")
                .replace("lineLengthM: { over: 300 }", "lineLengthM: { over: 500 }");
    }

    @Test
    void aVersionDecidesFromItsDayAndNotBefore() throws IOException {
        putIn(next);
        Policies policies = Policies.read(folder);

        assertThat(decided(policies, LAST_DAY)).isEqualTo("parallel HSH-P3 2026.1");
        assertThat(decided(policies, FIRST_DAY)).isEqualTo("filing HSH-P2 2027.1");
        assertThat(policies.versions("huangshan")).extracting(Pack::version).containsExactly("2026.1", "2027.1");
    }

    @Test
    void aVersionCanBeReadBeforeItsDay() throws IOException {
        putIn(next);
        Policies policies = Policies.read(folder);
        Book later = policies.book(policies.versions("huangshan").get(1), LocalDate.of(2027, 1, 1));

        assertThat(later.find(Permit.class, "", Given.works("lineLengthM: 500"), TODAY)
                        .rule())
                .get()
                .extracting(Rule::id)
                .isEqualTo("HSH-P2");
    }

    @Test
    void aVersionOfTheNationIsInheritedFromItsDay() throws IOException {
        Files.writeString(
                folder.resolve("national-2027.yaml"),
                Files.readString(folder.resolve("national.yaml"))
                        .replace("version: \"2026.1\"", "version: \"2027.1\"")
                        .replace("inForce: 2000-01-01", "inForce: " + FIRST_DAY));
        Policies policies = Policies.read(folder);

        assertThat(versions(policies, LAST_DAY)).containsExactly("huangshan 2026.1", "national 2026.1");
        assertThat(versions(policies, FIRST_DAY)).containsExactly("huangshan 2026.1", "national 2027.1");
    }

    @Test
    void aBadVersionIsRefusedInTheWordsOfAStartWhileTheOldOneGoesOn() throws IOException {
        Watched<Policies> watched = new Watched<>(List.of(folder), () -> Policies.read(folder));
        Policies before = watched.current();

        Path file = putIn(next.replace("limit: 2 WD", "limit: 2 days"));

        assertThat(watched.refresh()).isFalse();
        assertThat(watched.current()).isSameAs(before);
        assertThat(watched.faults())
                .isEqualTo(catchThrowableOfType(BadFiles.class, () -> Policies.read(folder))
                        .faults())
                .singleElement()
                .asString()
                .startsWith(file + ":41: HSH-P2: ");
    }

    @Test
    void aGoodVersionIsTakenUp() throws IOException {
        Watched<Policies> watched = new Watched<>(List.of(folder), () -> Policies.read(folder));
        assertThat(decided(watched.current(), FIRST_DAY)).isEqualTo("parallel HSH-P3 2026.1");

        putIn(next);

        assertThat(watched.refresh()).isTrue();
        assertThat(watched.faults()).isEmpty();
        assertThat(decided(watched.current(), FIRST_DAY)).isEqualTo("filing HSH-P2 2027.1");
    }

    private Path putIn(String pack) throws IOException {
        return Files.writeString(folder.resolve("huangshan-2027.yaml"), pack);
    }

    private static List<String> versions(Policies policies, LocalDate day) {
        return policies.of(Given.HUANGSHAN, day).orElseThrow().chain().stream()
                .map(pack -> pack.id() + " " + pack.version())
                .toList();
    }

    private static String decided(Policies policies, LocalDate day) {
        Book book = policies.of(Given.HUANGSHAN, day).orElseThrow();
        Decision decision =
                Decisions.decide(book, Given.works("lineLengthM: 500"), day, Given.CALENDARS.of(Given.HUANGSHAN));
        return decision.written() + " " + Given.id(decision.rule()) + " "
                + book.pack().version();
    }
}
