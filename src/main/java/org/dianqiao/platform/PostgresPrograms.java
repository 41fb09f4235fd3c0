package org.dianqiao.platform;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs initdb and pg_ctl; what they and the server say goes to one log. PostgreSQL refuses to run as root, so root runs
 * it in a user namespace of its own, where it is nobody.
 */
record PostgresPrograms(PostgresBinaries binaries, Path log) {

    private static final long LOG_LIMIT = 8 << 20;

    void run(String program, String... arguments) {
        if (execute(program, arguments) != 0) {
            throw new IllegalStateException("%s failed: %s".formatted(program, lastWords()));
        }
    }

    int execute(String program, String... arguments) {
        try {
            return process(program, arguments).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be run: %s".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }

    private ProcessBuilder process(String program, String... arguments) {
        List<String> command = new ArrayList<>(asNobody());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process.environment().keySet().removeIf(name -> name.startsWith("PG"));
        process.environment().put("LC_ALL", "C");
        return process;
    }

    private static List<String> asNobody() {
        if (LinuxUtils.isUnshareAvailable()) {
            return List.of("unshare", "-U");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException("PostgreSQL does not run as root, and user namespaces are not allowed here:"
                    + " start the gateway as another user, or give it a database by SPRING_DATASOURCE_URL");
        }
        return List.of();
    }

    void turnLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
        } catch (IOException e) {
            return "its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
