package org.dianqiao.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void isItsOwnersAloneWhenItIsNew() throws IOException {
        Path file = folder.resolve("head.json");

        WholeFile.write(file, new byte[] {1});

        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void keepsThePermissionsOfTheOneBefore() throws IOException {
        Path file = Files.createFile(folder.resolve("head.json"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        WholeFile.write(file, new byte[] {1});

        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(permissions(file)).isEqualTo("rw-r-----");
    }

    @Test
    void leavesNothingBesideWhatItCannotReplace() throws IOException {
        Path file = folder.resolve("head.json");
        Files.createFile(Files.createDirectory(file).resolve("something"));

        assertThatIOException().isThrownBy(() -> WholeFile.write(file, new byte[] {1}));

        assertThat(folder).isDirectoryNotContaining(beside -> !beside.equals(file));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
