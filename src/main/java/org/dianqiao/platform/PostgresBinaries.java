package org.dianqiao.platform;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL, unpacked from the jar into the data folder. No other process runs a file of this folder:
 * that is how a process of ours is known.
 */
record PostgresBinaries(Path folder) {

    Path program(String name) {
        return folder.resolve("bin").resolve(SystemUtils.IS_OS_WINDOWS ? name + ".exe" : name);
    }

    /** The mark is written last, so that what a power cut left half unpacked is unpacked again. */
    void unpack() throws IOException {
        byte[] archive = archive();
        String digest = digest(archive);
        Path mark = folder.resolve("unpacked");
        if (Files.exists(mark) && Files.readString(mark).equals(digest)) {
            return;
        }
        FileSystemUtils.deleteRecursively(folder);
        unpack(archive);
        Files.writeString(mark, digest);
    }

    private void unpack(byte[] archive) throws IOException {
        try (InputStream tar = new XZCompressorInputStream(new ByteArrayInputStream(archive));
                TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries);
            }
        }
    }

    private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if (target.startsWith(folder.resolve("bin"))) {
            target.toFile().setExecutable(true, false);
        }
    }

    private static byte[] archive() throws IOException {
        try (InputStream archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch"))) {
            return archive.readAllBytes();
        }
    }

    private static String system() {
        if (SystemUtils.IS_OS_WINDOWS) {
            return "Windows";
        }
        return SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
