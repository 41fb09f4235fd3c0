package org.dianqiao.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes of a part: in memory while they are few, in a file when they are many. */
public final class Content implements Arrival.Held {

    private final byte @Nullable [] bytes;
    private final @Nullable Path file;

    private Content(byte @Nullable [] bytes, @Nullable Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes, null);
    }

    static Content of(Path file) {
        return new Content(null, file);
    }

    public boolean inMemory() {
        return bytes != null;
    }

    public InputStream open() {
        try {
            return bytes != null ? new ByteArrayInputStream(bytes) : Files.newInputStream(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it at once: for payloads, whose size the service's limit bounds. */
    public byte[] bytes() {
        if (bytes != null) {
            return bytes;
        }
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
