package org.dianqiao.faults;

import static org.awaitility.Awaitility.await;
import static org.dianqiao.Patience.LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The gateway as a process of its own, from the jar that the build has made; killed and started as a test likes. The jar is
 * unpacked, so that it starts sooner, unless a test wants it as it is.
 */
final class GatewayJar implements AutoCloseable {

    private final Path home;
    private final int port = GatewayPort.choose();
    private final Map<String, String> environment = new TreeMap<>();
    private Path directory = Path.of("");
    private String heap = "-Xmx192m";
    private String jar = System.getProperty("dianqiao.unpacked", packedJar());
    private Optional<Process> process = Optional.empty();

    private GatewayJar(Path home) {
        this.home = home;
        with("DIANQIAO_HOME", home.toString());
        with("DIANQIAO_SANDBOX", "keys");
        with("SERVER_PORT", Integer.toString(port));
    }

    static GatewayJar in(Path home) {
        return new GatewayJar(home);
    }

    /** What else its environment says. */
    GatewayJar with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    GatewayJar without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Started in its home and told nothing of it, as the README does. */
    GatewayJar atHome() {
        directory = home;
        return without("DIANQIAO_HOME");
    }

    /** The most that it gets, as Java wants it said. */
    GatewayJar heap(String most) {
        heap = most;
        return this;
    }

    GatewayJar packed() {
        jar = packedJar();
        return this;
    }

    /** Returns when it is ready. */
    GatewayJar start() {
        begin();
        return awaitReady();
    }

    GatewayJar begin() {
        process = Optional.of(run());
        return this;
    }

    GatewayJar awaitReady() {
        try {
            await().pollInterval(Duration.ofMillis(100))
                    .failFast("the gateway ended", () -> !process().isAlive())
                    .until(this::ready);
            return this;
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError("not ready; it said:\n" + said(), e);
        }
    }

    private Process run() {
        ProcessBuilder builder = new ProcessBuilder(command(jar, heap))
                .redirectErrorStream(true)
                .directory(directory.toAbsolutePath().toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(SPRING|DIANQIAO|SERVER|PG).*"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the jar is run here: with the compiler that starts sooner, since no process lives long. */
    static List<String> command(String jar) {
        return command(jar, "-Xmx192m");
    }

    private static List<String> command(String jar, String heap) {
        return List.of(java(), heap, "-XX:TieredStopAtLevel=1", "-jar", jar);
    }

    /** Without a word of warning. */
    void kill() {
        process().destroyForcibly().onExit().join();
    }

    /** Asked to end, as an operator asks; how long it took. */
    Duration stop() {
        long asked = System.nanoTime();
        process().destroy();
        awaitEnd();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** Its exit code, once it has ended by itself. */
    int awaitEnd() {
        try {
            if (process().waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
                return process().exitValue();
            }
            throw new AssertionError("it does not end; it said:\n" + said());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
    }

    long pid() {
        return process().pid();
    }

    /** Everything that it has written to its console by now. */
    String said() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EmbeddedData data() {
        return new EmbeddedData(home.resolve("data"));
    }

    /** Its own database, with its own role. */
    JdbcClient database() {
        return JdbcClient.create(database("dianqiao"));
    }

    DataSource database(String role) {
        return new DriverManagerDataSource(data().url(), role, data().password(role));
    }

    /** Nothing of it is left running. */
    @Override
    public void close() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
        data().postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    boolean ready() {
        try {
            URI readiness = url().resolve("/actuator/health/readiness");
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process process() {
        return process.orElseThrow();
    }

    private Path log() {
        return home.resolve("gateway-" + port + ".log");
    }

    static String packedJar() {
        return Optional.ofNullable(System.getProperty("dianqiao.jar"))
                .orElseThrow(() -> new IllegalStateException("the system property dianqiao.jar names the jar"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
