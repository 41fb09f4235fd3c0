package org.dianqiao.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something read from folders, taken up again when a file in them changes.
 *
 * <p>A version with a fault never replaces a good one: the old goes on, the faults are logged once and stay
 * readable until the files are mended. Looking is a comparison of names, sizes and times, so it is cheap enough
 * for every two seconds, and it works on network volumes where change events do not.
 */
public final class Watched<T> {

    private static final Logger log = LoggerFactory.getLogger(Watched.class);

    private final List<Path> places;
    private final Supplier<T> reader;
    private volatile T current;
    private volatile List<Fault> faults = List.of();
    private @Nullable Map<Path, String> seen;

    /** Reads at once; faults stop the start. */
    public Watched(List<Path> places, Supplier<T> reader) {
        this.places = List.copyOf(places);
        this.reader = reader;
        this.seen = look();
        this.current = reader.get();
    }

    public T current() {
        return current;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Takes up what changed since the last look; says whether there is a new version. */
    public synchronized boolean refresh() {
        try {
            Map<Path, String> now = look();
            if (now.equals(seen)) {
                return false;
            }
            seen = now;
            current = reader.get();
            faults = List.of();
            log.info("Taken up: {}", places);
            return true;
        } catch (BadFiles bad) {
            return goOn(bad.faults());
        } catch (UncheckedIOException unreadable) {
            return tryAgain("cannot be read: " + unreadable.getMessage());
        } catch (NotYet notYet) {
            return tryAgain(String.valueOf(notYet.getMessage()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError unforeseen) {
            // Not looked at again until a file changes: what broke us once would break us every two seconds.
            log.error("Not taken up: {}", places, unforeseen);
            return goOn(List.of(new Fault(places.get(0), "cannot be taken up: " + unforeseen)));
        }
    }

    /** The files are as they are; the next look finds them changed, whatever it finds. */
    private boolean tryAgain(String reason) {
        seen = null;
        return goOn(List.of(new Fault(places.get(0), reason)));
    }

    private boolean goOn(List<Fault> found) {
        if (!found.equals(faults) || seen != null) {
            found.forEach(fault -> log.error("Not taken up, the version before goes on: {}", fault));
        }
        faults = found;
        return false;
    }

    private Map<Path, String> look() {
        Map<Path, String> files = new TreeMap<>();
        for (Path place : places) {
            try (Stream<Path> tree = Files.exists(place) ? Files.walk(place) : Stream.empty()) {
                tree.forEach(path -> mark(path, files));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static void mark(Path path, Map<Path, String> files) {
        try {
            BasicFileAttributes state = Files.readAttributes(path, BasicFileAttributes.class);
            if (state.isRegularFile()) {
                files.put(path, state.size() + "@" + state.lastModifiedTime().toMillis());
            }
        } catch (NoSuchFileException gone) {
            // Deleted between listing and reading: the next look sees the folder as it is.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
