package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The verb `sandbox`: the simulators by themselves, beside a gateway that runs elsewhere. */
final class SandboxCommand {

    private static final String USAGE =
            "usage: sandbox [--gateway URL] [--home DIR] [--grid-port 9101] [--approval-port 9102]"
                    + " [--timestamp-port 9103]";

    private SandboxCommand() {}

    /** Plays the story and serves until it is interrupted. Ends with 2 when it cannot be started. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        Clock clock = Clock.systemUTC();
        try (Sandbox sandbox = start(args, clock, out)) {
            sandbox.play();
            Thread.currentThread().join();
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

    private static Sandbox start(String[] args, Clock clock, PrintStream out) throws IOException {
        Options options = Options.of(
                args, Set.of("--gateway", "--home", "--grid-port", "--approval-port", "--timestamp-port"), Set.of());
        Path folder = options.sandboxFolder();
        SandboxKeys.make(folder, clock);
        Sandbox.Setting usual = Sandbox.Setting.usual();
        Sandbox.Setting setting = new Sandbox.Setting(
                options.port("--grid-port", usual.gridPort()),
                options.port("--approval-port", usual.approvalPort()),
                options.port("--timestamp-port", usual.timestampPort()),
                usual.pause());
        return Sandbox.start(folder, options.gateway(), setting, clock, out);
    }
}
