package org.dianqiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as files and a process. The starter of the embedded library keeps its lock after a start that failed and
 * knows no second start, so only its binaries are used.
 *
 * <p>The danger is two servers on one data folder, or one that never starts because of a process long gone. So before
 * every start whatever still runs a program of this folder is ended; a pid file that is there then is a leftover,
 * whomever the machine has given its number since.
 */
final class Postgres {

    private static final int PORT_LINE = 3;

    private final Path data;
    private final PostgresBinaries binaries;
    private final PostgresPrograms programs;
    private final Processes processes;

    Postgres(Path folder) {
        data = folder.resolve("postgres");
        binaries = new PostgresBinaries(folder.resolve("postgres-binaries"));
        programs = new PostgresPrograms(binaries, folder.resolve("postgres.log"));
        processes = new Processes(binaries.program("postgres"));
    }

    /** Ends what a killed gateway left running, then makes ready everything that a start needs. */
    void prepare(int port, KeptPassword superuser) throws IOException {
        stop();
        programs.turnLog();
        binaries.unpack();
        if (!initialised()) {
            initialise(superuser);
        }
        if (!superuser.exists()) {
            throw new IllegalStateException(
                    "%s is missing: without it nobody gets into %s".formatted(superuser.file(), data));
        }
        configure(port);
    }

    /** In a folder aside that is moved into place, so that a first start that was cut off begins again. */
    private void initialise(KeptPassword superuser) throws IOException {
        Path fresh = data.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(fresh);
        superuser.value();
        initdb(fresh, superuser.file());
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The builtin order of texts is the same on every machine. */
    private void initdb(Path folder, Path password) {
        programs.run(
                "initdb",
                "--pgdata=" + folder,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private void configure(int port) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), resource("postgresql.conf") + "port = " + port + "\n");
        Files.writeString(data.resolve("pg_hba.conf"), resource("pg_hba.conf"));
    }

    private static String resource(String name) throws IOException {
        return new ClassPathResource(name, Postgres.class).getContentAsString(StandardCharsets.UTF_8);
    }

    /** Returns when connections are accepted; ten minutes, because replaying the log after a crash must not be cut off. */
    void start() {
        processes.end();
        removePidFile();
        programs.run(
                "pg_ctl", "start", "-D", data.toString(), "-l", programs.log().toString(), "-w", "-t", "600");
    }

    private void removePidFile() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fast, else immediate: the log makes good at the next start what that leaves undone. */
    void stop() {
        if (running() && !stops("fast", 10)) {
            stops("immediate", 5);
        }
        processes.end();
    }

    private boolean stops(String mode, int seconds) {
        return programs.execute("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-w", "-t", "" + seconds) == 0;
    }

    boolean initialised() {
        return Files.exists(data);
    }

    boolean running() {
        return postmaster().isPresent();
    }

    /** The process that the pid file names, if it lives and is ours. */
    private Optional<ProcessHandle> postmaster() {
        try (Stream<String> lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(processes::isOurs);
        } catch (IOException | NumberFormatException noPidInIt) {
            return Optional.empty();
        }
    }

    /** Where it listens, if it runs. */
    OptionalInt port() {
        if (!running()) {
            return OptionalInt.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile())) {
            return lines.skip(PORT_LINE).mapToInt(Integer::parseInt).limit(1).findFirst();
        } catch (IOException | NumberFormatException notYet) {
            return OptionalInt.empty();
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }
}
