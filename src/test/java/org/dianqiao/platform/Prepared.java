package org.dianqiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL for the data folders of tests, unpacked and initialised once for all that one process makes. Its databases do
 * not wait for the disk: tests end processes, not machines.
 */
public final class Prepared {

    private static final String BINARIES = "postgres-binaries";
    private static final String DATABASE = "postgres";
    private static final String PASSWORD = "postgres.password";
    private static final Path ONCE = once();

    private Prepared() {}

    /** Each folder has links of its own to the programs: a database's processes are known by the folder of theirs. */
    public static Path into(Path data) {
        try {
            for (Path path : tree(BINARIES)) {
                link(path, data.resolve(ONCE.relativize(path)));
            }
            for (Path path : tree(DATABASE)) {
                copy(path, data.resolve(ONCE.relativize(path)));
            }
            copy(ONCE.resolve(PASSWORD), data.resolve(PASSWORD));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> tree(String folder) throws IOException {
        try (Stream<Path> tree = Files.walk(ONCE.resolve(folder))) {
            return tree.toList();
        }
    }

    /** The mark that all is there is written anew where it is found wrong, and so must be a file of its own. */
    private static void link(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(from)) {
            Files.createSymbolicLink(to, Files.readSymbolicLink(from));
        } else if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else if (from.getParent().equals(ONCE.resolve(BINARIES))) {
            Files.copy(from, to);
        } else {
            Files.createLink(to, from);
        }
    }

    /** PostgreSQL wants nobody else to be let in. */
    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Path once() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "prepared-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> takeAway(folder), "prepared"));
            new Postgres(folder).prepare(FreePort.choose(), new KeptPassword(folder.resolve(PASSWORD)));
            Files.writeString(
                    folder.resolve(DATABASE).resolve("postgresql.auto.conf"),
                    "fsync = off\n",
                    StandardOpenOption.APPEND);
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
