package org.dianqiao.faults;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The data folder of a gateway with its own database, looked at from outside. */
record EmbeddedData(Path folder) {

    private static final int PORT_LINE = 3;

    /** The server's process, if one runs. */
    Optional<ProcessHandle> postmaster() {
        return pidFile().stream()
                .findFirst()
                .map(String::strip)
                .filter(not(String::isEmpty))
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of)
                .filter(this::isOurs);
    }

    /** Kills the server without a word; its number. */
    long killPostmaster() {
        ProcessHandle server = postmaster().orElseThrow();
        server.destroyForcibly();
        return server.pid();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%s/dianqiao"
                .formatted(pidFile().get(PORT_LINE).strip());
    }

    String password(String role) {
        return read(folder.resolve(role + ".password")).strip();
    }

    Path pidPath() {
        return folder.resolve("postgres/postmaster.pid");
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(file -> file.startsWith(folder.toString()))
                .isPresent();
    }

    private List<String> pidFile() {
        return Files.exists(pidPath()) ? read(pidPath()).lines().toList() : List.of();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
