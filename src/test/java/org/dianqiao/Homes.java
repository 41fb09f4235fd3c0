package org.dianqiao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.dianqiao.platform.Prepared;
import org.springframework.util.FileSystemUtils;

/**
 * Homes for gateways under test: the project's own routes, mappings and certificates, copied under `target`. Each holds a
 * database, so that they are taken away with the tests that made them.
 */
public final class Homes {

    private static final int ATTEMPTS = 100;
    private static final long BETWEEN_ATTEMPTS = Duration.ofMillis(20).toNanos();
    private static final Queue<Path> MADE = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> MADE.forEach(Homes::leave), "homes"));
    }

    private Homes() {}

    public static Path fresh() {
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            Path home = Files.createTempDirectory(homes, "home-");
            MADE.add(home);
            for (String folder : List.of("routes", "mappings", "certs")) {
                copy(Path.of(folder), home.resolve(folder));
            }
            Prepared.into(home.resolve("data"));
            try (Stream<Path> partners = Files.list(home.resolve("mappings/partners"))) {
                for (Path partner : partners.toList()) {
                    unhurried(partner);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database that is still on its way out may write behind our back. */
    public static void leave(Path home) {
        for (int attempt = 0; attempt < ATTEMPTS && !gone(home); attempt++) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS);
        }
    }

    private static boolean gone(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Lets a partner's file point at another endpoint. */
    public static void point(Path home, String partner, URI endpoint) throws IOException {
        Path file = home.resolve("mappings/partners/" + partner + ".yaml");
        String changed = Files.readString(file).replaceAll("url: \"[^\"]*\"", "url: \"" + endpoint + "\"");
        Files.writeString(file, changed);
    }

    /** Tests send faster than an office does. */
    private static void unhurried(Path partner) throws IOException {
        String file = Files.readString(partner);
        Files.writeString(partner, file.replaceAll("rate: .*", "rate: { perSecond: 5000, burst: 10000 }"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
