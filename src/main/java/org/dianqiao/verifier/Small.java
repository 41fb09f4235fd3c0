package org.dianqiao.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the caller's that is read whole. */
final class Small {

    private Small() {}

    static byte[] file(Path file, int largest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest);
            if (in.read() >= 0) {
                throw new CannotRun("文件过大 too large: " + file);
            }
            return bytes;
        }
    }
}
