package org.dianqiao.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder to which others may write, and out of which nothing leads. */
class HomeFolderTest {

    private static final Path BELOW = Path.of("data/lists/zhengzhou");

    @TempDir
    Path home;

    private Path folder;
    private Folder ours;

    @BeforeEach
    void open() throws IOException {
        ours = HomeFolder.of(home, BELOW);
        folder = home.resolve(BELOW);
    }

    @Test
    void isMadeWhereItIsNotThere() {
        assertThat(folder).isDirectory();
    }

    @Test
    void showsFilesAndNeitherLinksNorFoldersNorWhatIsHidden() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("link.csv"), elsewhere);
        Files.createDirectory(folder.resolve("folder.csv"));
        Files.writeString(folder.resolve(".hidden.csv"), "a");
        Files.writeString(folder.resolve("~$open.xlsx"), "a");
        Files.writeString(folder.resolve("清单.csv"), "abc");
        assertThat(ours.look()).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("清单.csv");
            assertThat(found.size()).isEqualTo(3);
        });
    }

    @Test
    void showsWhatStandsUnderANameThatCannotBeUsedAndWhy() throws IOException {
        Files.writeString(folder.resolve("all*.csv"), "a");
        assertThat(ours.look()).singleElement().satisfies(found -> assertThat(found.fault())
                .hasValueSatisfying(why -> assertThat(why).startsWith("with a line break")));
    }

    @Test
    void followsNoLinkThatIsPutThereBetweenLookingAndReading() throws IOException {
        Files.createSymbolicLink(folder.resolve("清单.csv"), Files.writeString(home.resolve("secret"), "secret"));
        assertThatThrownBy(() -> ours.read("清单.csv", 100)).isInstanceOf(IOException.class);
    }

    @Test
    void isNoLinkToAnotherPlace() throws IOException {
        Files.createSymbolicLink(home.resolve("data/lists/linked"), home);
        assertThatThrownBy(() -> HomeFolder.of(home, Path.of("data/lists/linked")))
                .hasMessageContaining("link");
    }

    @Test
    void readsOneByteMoreThanMayBe() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "abcdef");
        assertThat(ours.read("a.csv", 3)).hasSize(4);
    }

    @Test
    void putsAwayNothingThroughALink() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a");
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("done"), elsewhere);
        assertThatThrownBy(() -> ours.putAway("a.csv", "b.csv")).isInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void replacesALinkAndNotWhatItLeadsTo() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("a.result.csv"), elsewhere);
        ours.write("a.result.csv", new byte[] {'x'});
        assertThat(elsewhere).hasContent("secret");
        assertThat(folder.resolve("a.result.csv")).hasContent("x");
        assertThat(List.of(folder.toFile().list())).containsExactly("a.result.csv");
    }
}
