package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.dianqiao.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for an answer, before anybody knows how large it will be. */
class SpoolTest {

    private static final String TYPE = "application/vnd.dqx.evidence+zip";

    @TempDir
    private Path folder;

    private Spool spool;

    @BeforeEach
    void opens() {
        spool = new Spool(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 5 << 20})
    void saysOfItWhatAManifestSays(int length) throws IOException {
        byte[] bytes = bytes(length);
        Said said = spool.write(TYPE, length, out -> out.write(bytes));
        assertThat(said.part()).isEqualTo(new Part("body", TYPE, length, Draft.sm3(bytes), false));
        assertThat(said.content().bytes()).isEqualTo(bytes);
        assertThat(said.content().inMemory()).isEqualTo(length <= 1 << 20);
    }

    @Test
    void canBeReadAgainUntilItIsLetGo() throws IOException {
        byte[] bytes = bytes(2 << 20);
        Said said = spool.write(TYPE, bytes.length, out -> out.write(bytes));
        assertThat(said.content().open()).hasBinaryContent(bytes);
        assertThat(said.content().open()).hasBinaryContent(bytes);
        assertThat(files()).isOne();
        said.content().close();
        assertThat(files()).isZero();
    }

    @Test
    void refusesWhatBecomesTooLargeAndKeepsNothingOfIt() throws IOException {
        assertThatThrownBy(() -> spool.write(TYPE, 99, out -> out.write(bytes(100))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(Code.TOO_LARGE);
                    assertThat(refused.detail()).contains("99").contains("缩小");
                });
        assertThat(files()).isZero();
    }

    @Test
    void keepsNothingWhereTheWritingFails() throws IOException {
        assertThatThrownBy(() -> spool.write(TYPE, 100, out -> {
                    throw new IOException("erased while it was read");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isZero();
    }

    @Test
    void beginsWithoutWhatWasLeft() throws IOException {
        Files.createDirectories(folder.resolve("ofd-1/Doc_0"));
        Files.writeString(folder.resolve("ofd-1/Doc_0/Document.xml"), "left");
        Files.writeString(folder.resolve("part-1"), "left");
        spool = new Spool(folder);
        assertThat(files()).isZero();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
