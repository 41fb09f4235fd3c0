package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verb `sandbox`: the simulators by themselves, or one of them, beside a gateway that runs elsewhere. */
final class SandboxCommand {

    private static final String USAGE =
            "usage: sandbox [--gateway URL] [--home DIR] [--grid-port 9101] [--approval-port 9102] [--timestamp-port"
                    + " 9103] [--port PARTNER=PORT]... [--department greening.zhengzhou=supplements]...\n"
                    + Alone.USAGE;

    private static final Set<String> WITH_VALUE = Set.of(
            "--gateway", "--home", "--grid-port", "--approval-port", "--timestamp-port", "--port", "--department");

    private SandboxCommand() {}

    /** Plays the story and serves until it is interrupted. Ends with 2 when it cannot be started. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            serve(args, Clock.systemUTC(), out);
            return 0;
        } catch (Options.Misused misused) {
            err.println(misused.getMessage() + "\n" + USAGE);
            return 2;
        } catch (IOException e) {
            err.println("the sandbox cannot be started: " + e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void serve(String[] args, Clock clock, PrintStream out) throws IOException, InterruptedException {
        if (Alone.isMeant(args)) {
            Alone.serve(args, clock, out);
            return;
        }
        try (Sandbox sandbox = start(args, clock, out)) {
            sandbox.play();
            Thread.currentThread().join();
        }
    }

    private static Sandbox start(String[] args, Clock clock, PrintStream out) throws IOException {
        Options options = Options.of(args, WITH_VALUE, Set.of());
        Setting setting = setting(options);
        Path folder = options.sandboxFolder();
        SandboxKeys.make(folder, clock);
        return Sandbox.start(folder, options.gateway(), setting, clock, out);
    }

    private static Setting setting(Options options) {
        Setting usual = Setting.usual();
        Setting setting = usual.tempers(tempers(options))
                .port(Grid.ID, options.port("--grid-port", usual.port(Grid.ID)))
                .port(ApprovalPlatform.ID, options.port("--approval-port", usual.port(ApprovalPlatform.ID)))
                .port(Setting.TIMESTAMPS, options.port("--timestamp-port", usual.port(Setting.TIMESTAMPS)));
        for (String word : options.all("--port")) {
            setting = other(setting, word);
        }
        return setting;
    }

    private static Setting other(Setting setting, String word) {
        String[] halves = word.split("=", 2);
        if (halves.length < 2 || !setting.ports().containsKey(halves[0])) {
            throw new Options.Misused("--port is not like planning.zhengzhou=9211: " + word);
        }
        return setting.port(halves[0], Options.port("--port", halves[1]));
    }

    private static Map<String, Temper> tempers(Options options) {
        try {
            return Tempers.of(options.all("--department"));
        } catch (IllegalArgumentException e) {
            throw new Options.Misused("--department: " + e.getMessage());
        }
    }
}
