package org.dianqiao.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A file that is replaced: whoever looks finds the old one or the new one, also after a power cut. */
public final class WholeFile {

    private WholeFile() {}

    /** A new one is its owner's alone; another keeps its permissions and, where that is allowed, whose it is. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, ".", ".new");
        try {
            protect(fresh, file);
            write(fresh, ByteBuffer.wrap(content));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            forceNames(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path fresh, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    /** Without this a power cut may bring the old one back. */
    private static void forceNames(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void protect(Path fresh, Path before) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        if (!Files.exists(before)) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
            return;
        }
        PosixFileAttributes had = Files.readAttributes(before, PosixFileAttributes.class);
        if (!had.owner().equals(view.getOwner())
                || !had.group().equals(view.readAttributes().group())) {
            view.setOwner(had.owner());
            view.setGroup(had.group());
        }
        view.setPermissions(had.permissions());
    }
}
