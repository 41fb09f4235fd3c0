package org.dianqiao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gateway as a process of its own, from the jar, in a home under `target`. */
final class GatewayProcess implements AutoCloseable {

    /** A full collection leaves up to a twentieth of the heap dead where it is, as arrays that are counted like any other, unless told to leave none. */
    private static final String JVM = "-Xmx256m -XX:+UseSerialGC -XX:MarkSweepDeadRatio=0";

    private static final double TICKS_PER_SECOND = 100;
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private final Home home;
    private final Process process;
    private final int port;
    private final Duration untilReady;
    private final Map<Path, Double> compilers = new HashMap<>();

    private GatewayProcess(Home home, Process process, int port, Duration untilReady) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.untilReady = untilReady;
    }

    static GatewayProcess start(Home home) throws IOException, InterruptedException {
        return start(home, Map.of());
    }

    static GatewayProcess start(Home home, Map<String, String> settings) throws IOException, InterruptedException {
        Path log = home.path().resolve("gateway.log");
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("bench.jvm", JVM).split(" ")));
        command.addAll(List.of(
                "-jar", Path.of("target", "dianqiao.jar").toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DIANQIAO_HOME", home.path().toString());
        builder.environment().put("DIANQIAO_SANDBOX", "keys");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        long begin = System.nanoTime();
        Process process = builder.start();
        while (!ready(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
                process.destroy();
                throw new IOException("the gateway did not start, see " + log);
            }
            Thread.sleep(50);
        }
        return new GatewayProcess(home, process, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    int port() {
        return port;
    }

    Duration untilReady() {
        return untilReady;
    }

    /** Seconds of processor time that the gateway's own process has used. */
    double cpuSeconds() throws IOException {
        return cpuSeconds(process.pid());
    }

    /** Seconds of them that went into compiling. Of a compiler's thread that has ended, what was seen of it last. */
    double compilerSeconds() throws IOException {
        for (Path thread : threads()) {
            if (Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compil.*")) {
                compilers.put(thread, seconds(thread.resolve("stat")));
            }
        }
        return compilers.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private List<Path> threads() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.filter(Files::exists).toList();
        }
    }

    /** Seconds that its database has used, all of its processes that live now. */
    double databaseCpuSeconds() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(home.path().resolve("data/postgres/postmaster.pid"))
                .get(0)
                .strip());
        List<ProcessHandle> backends = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        double seconds = cpuSeconds(postmaster);
        for (ProcessHandle backend : backends) {
            seconds += cpuSeconds(backend.pid());
        }
        return seconds;
    }

    /** The most that was ever resident, in MiB, as the kernel counts it. */
    long residentMebibytes() throws IOException {
        return mebibytes("VmHWM:");
    }

    long residentNowMebibytes() throws IOException {
        return mebibytes("VmRSS:");
    }

    private long mebibytes(String measure) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(measure)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    /** What is left of the heap when everything that nobody can reach is gone, in MiB. Stops the gateway for a moment. */
    double liveHeapMebibytes() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asking = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = asking.inputReader()) {
            return lines.lines()
                            .filter(line -> line.startsWith("Total"))
                            .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                            .findFirst()
                            .orElseThrow(() -> new IOException("the gateway does not count its heap"))
                    / (double) (1 << 20);
        }
    }

    static double cpuSeconds(long pid) throws IOException {
        return seconds(Path.of("/proc/" + pid + "/stat"));
    }

    private static double seconds(Path stat) throws IOException {
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private static boolean ready(int port) {
        try {
            URI url = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(1000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
