package org.dianqiao.sandbox.approval;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.dianqiao.sandbox.outside.Daemons;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Secrets;
import org.dianqiao.sandbox.outside.Simulator;

/** A city's approval platform with a front-end database of its own, PostgreSQL, on this machine. */
public final class ApprovalExchange implements Simulator {

    private static final String ACCOUNT = "postgres";
    private static final String PASSWORD = "password";

    /** A busy machine takes its time over it. */
    private static final Duration START = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;
    private final Thread play;
    private final Path password;

    private ApprovalExchange(EmbeddedPostgres server, Thread play, Path password) {
        this.server = server;
        this.play = play;
        this.password = password;
    }

    public static Set<Fault> faults() {
        return EnumSet.of(Fault.GBK, Fault.WRONG_CHECK, Fault.OUT_OF_ORDER, Fault.CORRECTED);
    }

    /**
     * Rows are put there one after the other; `narration` hears of each, and of what is written back. The password is there
     * while it is, so that nobody looks for a database that is not played.
     */
    public static ApprovalExchange open(Scene scene, Project project, Consumer<String> narration) throws IOException {
        if (!scene.address().getAddress().isLoopbackAddress()) {
            throw new IOException("approval-exchange listens on this machine only");
        }
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(scene.address().getPort())
                .setPGStartupWait(START)
                .setOverrideWorkingDirectory(
                        Files.createDirectories(programs(scene)).toFile())
                .start();
        FrontTables tables = FrontTables.made(server.getPostgresDatabase());
        Thread play =
                Daemons.named("approval-exchange").newThread(new Play(tables, project, scene.faults(), narration));
        play.start();
        new Secrets(scene.folder()).of(PASSWORD);
        return new ApprovalExchange(server, play, scene.folder().resolve(PASSWORD));
    }

    /** Beside the sandbox's folder, which the gateway watches. */
    private static Path programs(Scene scene) {
        Path sandbox = Objects.requireNonNull(scene.folder().toAbsolutePath().getParent());
        return sandbox.resolveSibling(scene.folder().getFileName());
    }

    @Override
    public URI address() {
        return URI.create("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres");
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "前置库 endpoint: { transport: database, dialect: approval-exchange, url: \"" + address()
                        + "\", tables: _V3 }",
                "account " + ACCOUNT + " 不查口令 any secret will do",
                "逐行写入一个项目：基本信息、办理、办理详细、批复 one project is put there row by row; what is written back is told");
    }

    @Override
    public void close() {
        play.interrupt();
        try {
            Files.deleteIfExists(password);
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
