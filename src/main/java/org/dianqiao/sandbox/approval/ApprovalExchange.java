package org.dianqiao.sandbox.approval;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Simulator;

/** A city's approval platform with a front-end database of its own, PostgreSQL, on this machine. */
public final class ApprovalExchange implements Simulator {

    private static final String ACCOUNT = "postgres";

    private final EmbeddedPostgres server;
    private final Thread play;

    private ApprovalExchange(EmbeddedPostgres server, Thread play) {
        this.server = server;
        this.play = play;
    }

    public static Set<Fault> faults() {
        return EnumSet.of(Fault.GBK, Fault.WRONG_CHECK, Fault.OUT_OF_ORDER);
    }

    /** Rows are put there one after the other; `narration` hears of each, and of what is written back. */
    public static ApprovalExchange open(Scene scene, Consumer<String> narration) throws IOException {
        if (!scene.address().getAddress().isLoopbackAddress()) {
            throw new IOException("approval-exchange listens on this machine only");
        }
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(scene.address().getPort())
                .setOverrideWorkingDirectory(
                        Files.createDirectories(scene.folder().resolve("postgres"))
                                .toFile())
                .start();
        FrontTables tables = FrontTables.made(server.getPostgresDatabase());
        Thread play = new Thread(new Play(tables, scene.faults(), narration), "approval-exchange");
        play.setDaemon(true);
        play.start();
        return new ApprovalExchange(server, play);
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
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
