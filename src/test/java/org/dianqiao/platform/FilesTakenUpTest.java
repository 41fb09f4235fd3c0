package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.files.Fault;
import org.dianqiao.sandbox.Newcomers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that runs takes up what is right and goes on with the old where the new is wrong. */
class FilesTakenUpTest extends AtTheDoor {

    private static final String WINDOW = "window.kaifeng-east";
    private static final String FILE = """
            kind: window
            region: "410200"
            sends: [ { service: drill.held } ]
            """;

    private final FileWatch watch = bean(FileWatch.class);

    @AfterEach
    void mendsEverything() throws IOException {
        for (String place : new String[] {
            "mappings/partners/" + WINDOW + ".yaml",
            "certs/partners/" + WINDOW + "/bad.pem",
            "certs/revoked/bad.crl",
            "certs/anchors/bad.pem"
        }) {
            Files.deleteIfExists(home().resolve(place));
        }
        watch.refresh();
        assertThat(watch.faults()).isEmpty();
    }

    @Test
    void takesUpAChangedGrantWithinTenSeconds() throws IOException {
        newcomer(WINDOW, FILE.replace("drill.held", "lead.answered"));
        Parcel parcel = event(WINDOW, "drill.held", Plots.object()).sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
        Newcomers.put(file(), "id: " + WINDOW + "\nname: { zh: 窗口, en: Window }\n" + FILE);
        await().until(() -> post(parcel).status() == 202);
    }

    @Test
    void goesOnWithTheOldVersionOfAPartnersFile() {
        newcomer(WINDOW, FILE);
        describe(WINDOW, FILE.replace("drill.held", "drill.celebrated").replace("region:", "reigon:"));
        assertThat(watch.faults()).extracting(Fault::file).containsOnly(file());
        assertThat(watch.faults()).extracting(Fault::line).contains(4, 5);
        Parcel parcel = event(WINDOW, "drill.held", Plots.object()).sealed();
        assertReceipt(post(parcel), parcel, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"certs/anchors/bad.pem", "certs/revoked/bad.crl", "certs/partners/" + WINDOW + "/bad.pem"})
    void goesOnWithTheOldCertificates(String place) throws IOException {
        newcomer(WINDOW, FILE);
        Newcomers.put(home().resolve(place), "-----BEGIN NOTHING-----\n");
        watch.refresh();
        assertThat(watch.faults()).singleElement().satisfies(fault -> assertThat(fault.file())
                .isEqualTo(home().resolve(place)));
        Parcel parcel = event(WINDOW, "drill.held", Plots.object()).sealed();
        assertReceipt(post(parcel), parcel, 202);
    }

    @Test
    void noticesABadFileByItself() throws IOException {
        Newcomers.put(file(), "id: [\n");
        await().until(() -> watch.faults().stream().anyMatch(about(file())));
    }

    @Test
    void forgetsAPartnerWhoseFileIsGone() throws IOException {
        newcomer(WINDOW, FILE);
        Parcel parcel = event(WINDOW, "drill.held", Plots.object()).sealed();
        assertReceipt(post(parcel), parcel, 202);
        Files.delete(file());
        watch.refresh();
        assertUnsigned(post(parcel), 401, "unknown-sender");
    }

    private static Predicate<Fault> about(Path file) {
        return fault -> fault.file().equals(file);
    }

    private static Path file() {
        return home().resolve("mappings/partners/" + WINDOW + ".yaml");
    }
}
