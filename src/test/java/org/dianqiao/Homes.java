package org.dianqiao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Homes for gateways under test: the project's own routes, mappings and certificates, copied under `target`. */
public final class Homes {

    private Homes() {}

    public static Path fresh() {
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            Path home = Files.createTempDirectory(homes, "home-");
            for (String folder : List.of("routes", "mappings", "certs")) {
                copy(Path.of(folder), home.resolve(folder));
            }
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
