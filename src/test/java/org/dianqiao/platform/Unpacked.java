package org.dianqiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs for the data folders of tests, unpacked once for all that one process makes. */
public final class Unpacked {

    private static final String BINARIES = "postgres-binaries";
    private static final Path ONCE = once();

    private Unpacked() {}

    /** Each folder has links of its own to them: a database's processes are known by the folder of their program. */
    public static Path into(Path data) {
        Path own = data.resolve(BINARIES);
        try (Stream<Path> tree = Files.walk(ONCE)) {
            for (Path path : tree.toList()) {
                link(path, own.resolve(ONCE.relativize(path).toString()));
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mark that all is there is written anew where it is found wrong, and so must be a file of its own. */
    private static void link(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(from)) {
            Files.createSymbolicLink(to, Files.readSymbolicLink(from));
        } else if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else if (from.getParent().equals(ONCE)) {
            Files.copy(from, to);
        } else {
            Files.createLink(to, from);
        }
    }

    private static Path once() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, BINARIES + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> takeAway(folder), "binaries"));
            new PostgresBinaries(folder).unpack();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeAway(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
