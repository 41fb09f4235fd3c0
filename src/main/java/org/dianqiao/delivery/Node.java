package org.dianqiao.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Which of several gateways over one database this is. The name survives a restart, so its leases can be freed at once. */
public record Node(String id) {

    public static Node of(Path dataFolder) {
        Path file = dataFolder.resolve("node");
        try {
            Files.createDirectories(dataFolder);
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return new Node(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
