package org.dianqiao.ledger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.dianqiao.files.WholeFile;

/** What this node remembers in a file: whoever rewinds or edits the database does not reach it. */
record Kept<T>(Path file, Class<T> form) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Read anew each time: whoever removes the file means it. */
    Optional<T> read() throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), form));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void keep(T value) {
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, JSON.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be kept: %s".formatted(file, e), e);
        }
    }
}
