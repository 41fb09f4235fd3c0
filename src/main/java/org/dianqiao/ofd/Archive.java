package org.dianqiao.ofd;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.dianqiao.trust.Sm3;

/**
 * The files in an OFD file, with the digest of each.
 *
 * <p>A ZIP says everything twice: in front of each file, and in a directory at its end. Programs believe the one or the
 * other, so a forger writes two documents into one file, and the seal of the one vouches for the other. Here both are
 * read side by side, and have to be the same, byte for byte; then it does not matter whom anybody believes. How much
 * comes out is counted meanwhile: neither many files nor a bomb cost more than we said. Only what is asked for by name
 * is ever whole in memory.
 */
final class Archive implements AutoCloseable {

    private static final int PIECE = 1 << 16;
    private static final long MOST_UNPACKED = 256L << 20;
    private static final long FREE = 1L << 20;
    private static final int RATIO = 200;
    private static final int LARGEST_SMALL = 4 << 20;

    private final ZipFile zip;
    private final Map<String, byte[]> digests = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private long unpacked;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path file) throws IOException {
        Directory.requireShort(file);
        try {
            Archive archive = new Archive(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
            archive.read(file);
            return archive;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw Unsound.notOfd("it cannot be unpacked: " + e.getMessage());
        }
    }

    /** By name; folders have none. */
    Map<String, byte[]> digests() {
        return digests;
    }

    /** All of a file that describes others. */
    byte[] small(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || !digests.containsKey(name)) {
            throw Unsound.notOfd("it has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_SMALL + 1);
            if (bytes.length > LARGEST_SMALL) {
                throw Unsound.notOfd(name + " is too long");
            }
            read.add(name);
            return bytes;
        }
    }

    /** Whatever a viewer would read. A DOCTYPE stands in front of the first element, or nowhere. */
    void requireNoDoctype() throws IOException {
        for (String name : digests.keySet()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
                    if (Element.hasDoctype(in)) {
                        throw Unsound.notOfd(name + " has a DOCTYPE");
                    }
                }
            }
        }
    }

    /** Into a folder that is empty: what describes others, which somebody has read. No name leads out of it. */
    void unpackWhatWasRead(Path folder) throws IOException {
        unpack(folder, read);
    }

    /** What is not there yet. */
    void unpackTheRest(Path folder) throws IOException {
        Set<String> rest = new HashSet<>(digests.keySet());
        rest.removeAll(read);
        unpack(folder, rest);
    }

    private void unpack(Path folder, Set<String> chosen) throws IOException {
        for (String name : chosen) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
                Files.copy(in, file);
            }
        }
    }

    /** How many bytes came out of it. */
    long unpacked() {
        return unpacked;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void read(Path file) throws IOException {
        try (ZipInputStream along = new ZipInputStream(
                new BufferedInputStream(Files.newInputStream(file), PIECE), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = along.getNextEntry(); entry != null; entry = along.getNextEntry()) {
                read(entry, along);
            }
            requireSame(names.size() == zip.size());
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void read(ZipEntry entry, InputStream along) throws IOException {
        String name = entry.getName();
        String plain = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
        ZipEntry listed = zip.getEntry(name);
        requireSame(listed != null && listed.getName().equals(name));
        if (!Place.isSound(plain)
                || !names.add(plain.toLowerCase(Locale.ROOT))
                || names.size() > Directory.MOST_FILES) {
            throw Unsound.notOfd("a name in it cannot be, or stands there twice");
        }
        try (InputStream in = zip.getInputStream(listed)) {
            byte[] digest = digest(along, in, FREE + RATIO * listed.getCompressedSize());
            if (!entry.isDirectory()) {
                digests.put(name, digest);
            }
        }
    }

    /** Of what both read. */
    private byte[] digest(InputStream along, InputStream listed, long most) throws IOException {
        Sm3 digest = Sm3.running();
        long length = 0;
        byte[] piece = along.readNBytes(PIECE);
        while (piece.length > 0) {
            length += piece.length;
            unpacked += piece.length;
            if (length > most || unpacked > MOST_UNPACKED) {
                throw Unsound.notOfd("too much comes out of it");
            }
            requireSame(Arrays.equals(piece, listed.readNBytes(piece.length)));
            digest.update(piece, 0, piece.length);
            piece = along.readNBytes(PIECE);
        }
        requireSame(listed.read() < 0);
        return digest.digest();
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw Unsound.notOfd("its directory and its files tell of different things");
        }
    }
}
