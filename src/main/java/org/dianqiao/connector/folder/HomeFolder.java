package org.dianqiao.connector.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder of the gateway's own machine. Whoever may write to it may put links there: none is followed. */
final class HomeFolder implements Folder {

    private final Path folder;

    private HomeFolder(Path folder) {
        this.folder = folder;
    }

    /** Made where it is not there. It must be where it says, and no link to elsewhere. */
    static Folder of(Path home, Path below) throws IOException {
        Path folder = home.resolve(below);
        Files.createDirectories(folder);
        if (!folder.toRealPath().equals(home.toRealPath().resolve(below))) {
            throw new IOException(below + " is a link to another place");
        }
        return new HomeFolder(folder);
    }

    @Override
    public List<Found> look() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Found> found = new ArrayList<>();
            for (Path file : files.limit(MOST).toList()) {
                found(file).ifPresent(found::add);
            }
            return found;
        }
    }

    private static Optional<Found> found(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            BasicFileAttributes state =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long modified = state.lastModifiedTime().toMillis() / 1000;
            return state.isRegularFile() && !Found.isHidden(name)
                    ? Optional.of(new Found(name, state.size(), modified))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        try (InputStream in =
                Files.newInputStream(folder.resolve(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most + 1);
        }
    }

    /** Whoever may read the folder may read it. */
    @Override
    public void write(String name, byte[] content) throws IOException {
        Path fresh = folder.resolve("." + UUID.randomUUID() + ".new");
        if (Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("a folder stands where a file is to be written");
        }
        try {
            Files.write(fresh, content, StandardOpenOption.CREATE_NEW);
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    @Override
    public void putAway(String name, String as) throws IOException {
        Path done = folder.resolve(DONE);
        if (!Files.isDirectory(done, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(done);
        }
        Files.move(folder.resolve(name), done.resolve(as), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void bringBack(String as, String name) throws IOException {
        if (!Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            Files.move(folder.resolve(DONE).resolve(as), folder.resolve(name));
        }
    }

    @Override
    public void tryRights() throws IOException {
        Files.delete(Files.createTempFile(folder, ".", ".new"));
    }

    @Override
    public void close() {}
}
