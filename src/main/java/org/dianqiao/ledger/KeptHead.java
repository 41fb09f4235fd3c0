package org.dianqiao.ledger;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The last head that this node found good, in a file: whoever rewinds or edits the database does not reach it. */
record KeptHead(Path file) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Read anew each time: whoever removes the file means it. */
    Optional<TreeHead> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), TreeHead.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DoubtfulTree("the head that was kept cannot be read: " + e.getMessage());
        }
    }

    /** Moved into place whole, after it is on the disk. */
    void keep(TreeHead head) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(head)));
                channel.force(true);
            }
            Files.move(fresh, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be kept: %s".formatted(file, e), e);
        }
    }
}
