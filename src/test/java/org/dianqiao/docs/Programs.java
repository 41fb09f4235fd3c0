package org.dianqiao.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the machine that a page's examples use; root on Debian and its kin gets those that are missing. */
public final class Programs {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private Programs() {}

    public static void require(String... names) throws IOException, InterruptedException {
        List<String> missing = missing(names);
        if (missing.isEmpty()) {
            return;
        }
        if (Files.isExecutable(APT) && "root".equals(System.getProperty("user.name"))) {
            run(List.of(APT.toString(), "-qq", "update"));
            run(install(missing));
        }
        List<String> left = missing(names);
        if (!left.isEmpty()) {
            throw new IllegalStateException("the examples of the page need " + String.join(" and ", left)
                    + " on this machine: please install what is missing");
        }
    }

    private static List<String> missing(String... names) {
        return Arrays.stream(names).filter(name -> !isThere(name)).toList();
    }

    private static boolean isThere(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static List<String> install(List<String> packages) {
        List<String> command = new ArrayList<>(
                List.of(APT.toString(), "-qq", "--yes", "--no-install-recommends", "install", "ca-certificates"));
        command.addAll(packages);
        return command;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        process.start().waitFor(5, TimeUnit.MINUTES);
    }
}
