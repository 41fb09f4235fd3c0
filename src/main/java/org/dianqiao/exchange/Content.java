package org.dianqiao.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of a part: in memory while they are few, in a file when they are many, in the database once they are kept. */
public final class Content implements Arrival.Held {

    private final byte @Nullable [] bytes;
    private final @Nullable Path file;
    private final Opening opening;
    private final @Nullable String uploadedAs;

    /** Where bytes can be read from, any number of times. */
    interface Opening {
        InputStream open() throws IOException;
    }

    private Content(byte @Nullable [] bytes, @Nullable Path file, Opening opening, @Nullable String uploadedAs) {
        this.bytes = bytes;
        this.file = file;
        this.opening = opening;
        this.uploadedAs = uploadedAs;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes, null, () -> new ByteArrayInputStream(bytes), null);
    }

    static Content of(Path file) {
        return new Content(null, file, () -> Files.newInputStream(file), null);
    }

    /** Kept elsewhere, and not ours to let go. */
    static Content at(Opening opening) {
        return new Content(null, null, opening, null);
    }

    /** Uploaded before any message named it. */
    static Content uploaded(String key, Opening opening) {
        return new Content(null, null, opening, key);
    }

    /** Under which key its pieces are kept, where it was uploaded before. */
    public @Nullable String uploadedAs() {
        return uploadedAs;
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    public boolean inMemory() {
        return bytes != null;
    }

    public InputStream open() {
        try {
            return opening.open();
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
