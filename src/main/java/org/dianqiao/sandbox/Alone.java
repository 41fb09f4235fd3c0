package org.dianqiao.sandbox;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.sandbox.Outsider.Caller;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.sandbox.outside.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One outside system by itself: an integrator tests against it, whole or with the faults that it is to have. */
final class Alone {

    static final String ONLY = "--only";

    static final String USAGE =
            "usage: sandbox --only licence-service|national-platform|marketing|approval-exchange|project-list [--fault WORD,WORD...]... [--port 9201]"
                    + " [--bind 127.0.0.1] [--home DIR] [--caller-certificate FILE] [--call-back URL]";

    private static final Set<String> WITH_VALUE =
            Set.of(ONLY, "--fault", "--port", "--bind", "--home", "--caller-certificate", "--call-back");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Alone() {}

    static boolean isMeant(String... args) {
        return List.of(args).contains(ONLY);
    }

    /** Says where it listens, to whom and what it knows, and answers until it is interrupted or its process ends. */
    static void serve(String[] args, Clock clock, PrintStream out) throws IOException, InterruptedException {
        tellWarningsOnly();
        Simulator simulator = open(args, clock, out);
        Thread closing = new Thread(simulator::close, "closing");
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            simulator.introduction().forEach(out::println);
            Thread.currentThread().join();
        } finally {
            Runtime.getRuntime().removeShutdownHook(closing);
            simulator.close();
        }
    }

    /** Of the libraries that a simulator is made of; what it says itself it prints. */
    private static void tellWarningsOnly() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    static Simulator open(String[] args, Clock clock, PrintStream out) throws IOException {
        Options options = Options.of(args, WITH_VALUE, Set.of());
        try {
            return open(Outsider.of(options.required(ONLY)), options, clock, out);
        } catch (IllegalArgumentException unknown) {
            throw new Options.Misused(String.valueOf(unknown.getMessage()));
        }
    }

    private static Simulator open(Outsider outsider, Options options, Clock clock, PrintStream out) throws IOException {
        Faults faults = faults(outsider, options);
        InetSocketAddress address = new InetSocketAddress(
                options.value("--bind").orElse("127.0.0.1"), options.port("--port", outsider.port()));
        Caller caller = caller(options, new Narration(out));
        SandboxKeys.make(options.sandboxFolder(), clock);
        Simulator simulator = outsider.open(options.sandboxFolder(), address, faults, clock, caller);
        out.println(outsider.word() + " listens on " + simulator.address());
        faults.told().forEach(fault -> out.println("故障 fault " + fault));
        return simulator;
    }

    private static Faults faults(Outsider outsider, Options options) {
        List<String> words = options.all("--fault").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .toList();
        return Faults.of(words, outsider.possible());
    }

    private static Caller caller(Options options, Narration narration) {
        Path certificate = options.file("--caller-certificate")
                .orElse(options.sandboxFolder().resolve("gateway.pem"));
        Optional<Way> way = options.value("--call-back").map(url -> new Way(URI.create(url), PAUSE, narration::say));
        return new Caller(certificate, way.orElse(null), narration::say);
    }
}
