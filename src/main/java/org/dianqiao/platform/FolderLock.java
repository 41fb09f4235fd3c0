package org.dianqiao.platform;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One gateway for one data folder: held as long as the process lives, however it dies. Who uses it asks here. */
final class FolderLock implements AutoCloseable {

    /** Behind the text, so that the refused one can read whose it is where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    static FolderLock take(Path dataFolder) {
        Path folder = usable(dataFolder);
        Path place = folder.resolve("gateway.lock");
        try {
            FileChannel file = FileChannel.open(place, CREATE, READ, WRITE);
            if (lock(file) == null) {
                file.close();
                throw new CannotStart(
                        "another gateway runs on %s/ (pid %s)".formatted(folder, Files.readString(place)));
            }
            file.truncate(0).write(ByteBuffer.wrap(ownPid()));
            return new FolderLock(folder, file);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be locked: %s".formatted(place, e.getMessage()), e);
        }
    }

    private static Path usable(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            Files.delete(Files.createTempFile(real, "writable", null));
            return real;
        } catch (IOException e) {
            throw new CannotStart("The data folder %s cannot be written: %s".formatted(folder, e), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static byte[] ownPid() {
        return Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
