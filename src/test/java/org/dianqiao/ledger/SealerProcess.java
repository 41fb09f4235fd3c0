package org.dianqiao.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A node of its own that does nothing but seal, so that it can be killed, or made to stand still. */
record SealerProcess(Process process) {

    static SealerProcess start(Path data, String url, String user, String password) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Ddianqiao.keys=" + LedgerNode.KEYS,
                "-cp",
                classes,
                SealerProcess.class.getName(),
                data.toString(),
                url,
                user,
                password);
        try {
            return new SealerProcess(builder.redirectErrorStream(true)
                    .redirectOutput(data.resolve("sealer.log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String... settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setMaximumPoolSize(2);
        pool.setJdbcUrl(settings[1]);
        pool.setUsername(settings[2]);
        pool.setPassword(settings[3]);
        try (LedgerNode node = new LedgerNode(Path.of(settings[0]), pool, WithLedger.CLOCK)) {
            while (pool.isRunning()) {
                node.tick();
            }
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void standStill() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
