package org.dianqiao.connector.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dianqiao.Plots;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that its office writes anew while the one before is worked on. */
class OverwrittenListsTest extends WithLists {

    private static final String OFFICE = "development.luohe";
    private static final String NAME = "九月.csv";

    private final Path folder = home().resolve("data/lists/luohe");
    private final byte[] before = utf8(list(row(Plots.freshCode())));
    private final byte[] after = utf8(list(row(Plots.freshCode()), row(Plots.freshCode())));
    private Partner office;

    /** The gateway does not know it: the moment is the test's to choose. */
    @BeforeEach
    void isKnownToNobodyElse(@TempDir Path partners) throws IOException {
        Files.writeString(partners.resolve(OFFICE + ".yaml"), """
                id: development.luohe
                name: { zh: 漯河市发展和改革委员会, en: Luohe development and reform }
                kind: department
                region: "411100"
                department: development
                endpoint: { transport: folder, dialect: project-list, url: "file:data/lists/luohe" }
                sends: [ { service: project.code-assigned } ]
                """);
        office = Partners.read(partners, bean(Catalogue.class), new SecretPlaces(home(), Map.of()), "gateway")
                .find(OFFICE)
                .orElseThrow();
        Files.createDirectories(folder);
    }

    @AfterEach
    void isCleared() throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    private Told worked(byte[] content) {
        Left left = new Left(office, new ListName(NAME), false, content);
        return new Told(bean(ListSteps.class).read(left, "project-list-columns"), List.of());
    }

    @Test
    void stayWhereTheyAreToBeReadAgain() throws IOException {
        Told told = worked(before);
        Files.write(folder.resolve(NAME), after);
        assertThatThrownBy(() -> bean(ListSteps.class).answer(told)).isInstanceOf(NotNow.class);
        assertThat(folder.resolve(NAME)).hasBinaryContent(after);
    }

    @Test
    void arePutAwayWhenTheyAreWhatWasRead() throws IOException {
        Files.write(folder.resolve(NAME), after);
        bean(ListSteps.class).answer(worked(after));
        assertThat(folder.resolve(NAME)).doesNotExist();
        try (Stream<Path> done = Files.list(folder.resolve("done"))) {
            assertThat(done).anyMatch(file -> file.getFileName().toString().endsWith("-" + NAME));
        }
    }
}
