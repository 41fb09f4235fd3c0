package org.dianqiao.sandbox.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secrets that a simulator shares with its callers: made once, kept in files, so that a restart forgets none. */
public record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    /** 32 characters. */
    public String of(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            keep(file, random());
        }
        return Files.readString(file).strip();
    }

    /** 32 hexadecimal digits that nobody can guess. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void keep(Path file, String secret) throws IOException {
        Files.createDirectories(file.getParent());
        // A temporary file is its owner's alone from the first.
        Path fresh = Files.createTempFile(file.getParent(), ".", ".new");
        Files.writeString(fresh, secret);
        Files.move(fresh, file);
    }
}
