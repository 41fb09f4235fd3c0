package org.dianqiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A random password in a file that only its owner may read; made at the first need, kept from then on. */
record KeptPassword(Path file) {

    boolean exists() {
        return Files.exists(file);
    }

    String value() {
        try {
            if (!exists()) {
                make();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be kept: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Moved into place whole: a power cut leaves no empty password behind. */
    private void make() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly());
        Files.writeString(fresh, random() + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
