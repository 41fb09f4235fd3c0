package org.dianqiao.web.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dianqiao.WithGateway;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.policy.Policies;
import org.junit.jupiter.api.AfterEach;

/** Tests that read the guides and ask the form, and change the packs beneath them while the gateway runs. */
abstract class AtTheGuide extends WithGateway {

    private final Map<Path, String> before = new LinkedHashMap<>();
    final Reader reader = new Reader(gateway());

    @AfterEach
    void restore() throws IOException {
        for (Map.Entry<Path, String> file : before.entrySet()) {
            if (file.getValue().isEmpty()) {
                Files.delete(file.getKey());
            } else {
                Files.writeString(file.getKey(), file.getValue());
            }
        }
        bean(FileWatch.class).refresh();
    }

    /** The packs as the gateway has them. */
    static Policies policies() {
        return Policies.read(folder());
    }

    static String text(String file) {
        try {
            return Files.readString(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file among the packs, or another text into one that is there. */
    void put(String file, String text) {
        Path path = folder().resolve(file);
        try {
            before.putIfAbsent(path, Files.exists(path) ? Files.readString(path) : "");
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bean(FileWatch.class).refresh();
    }

    private static Path folder() {
        return home().resolve("mappings/policies");
    }
}
