package org.dianqiao.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An operator's file, which somebody wrote and therefore is small. A large one would keep its parser busy for minutes. */
public final class SmallFile {

    private SmallFile() {}

    public static Optional<byte[]> bytes(Path file, int most, List<Fault> faults) {
        try {
            long size = Files.size(file);
            if (size <= most) {
                return Optional.of(Files.readAllBytes(file));
            }
            faults.add(new Fault(file, "it is too large: " + size + " bytes, at most " + most + " are read"));
        } catch (IOException e) {
            faults.add(new Fault(file, "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    public static Optional<String> text(Path file, int most, List<Fault> faults) {
        return bytes(file, most, faults).flatMap(bytes -> decoded(file, bytes, faults));
    }

    /** Nothing where a byte is not UTF-8: with another encoding every name would be wrong, not one. */
    private static Optional<String> decoded(Path file, byte[] bytes, List<Fault> faults) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(from, to, true);
        if (result.isError() || from.hasRemaining()) {
            faults.add(new Fault(file, lineOf(bytes, from.position()), "not UTF-8"));
            return Optional.empty();
        }
        return Optional.of(to.flip().toString());
    }

    private static int lineOf(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
