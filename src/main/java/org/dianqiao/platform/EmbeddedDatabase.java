package org.dianqiao.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.dianqiao.threads.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The gateway's own PostgreSQL in its data folder, for whoever has none to give it. It outlives a killed gateway, is
 * taken over by the next one, and is started again on the same port when it dies itself.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FolderLock lock;
    private final Postgres postgres;
    private final int port = FreePort.choose();
    private final KeptPassword superuser;
    private final KeptPassword owner;
    private final KeptPassword gateway;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("database-watch"));
    private boolean closed;

    private EmbeddedDatabase(FolderLock lock) {
        this.lock = lock;
        Path folder = lock.folder();
        postgres = new Postgres(folder);
        superuser = new KeptPassword(folder.resolve("postgres.password"));
        owner = new KeptPassword(folder.resolve("dianqiao_owner.password"));
        gateway = new KeptPassword(folder.resolve("dianqiao.password"));
    }

    /** Returns when it accepts connections and its roles are arranged. */
    public static EmbeddedDatabase start(Path dataFolder) {
        return start(FolderLock.take(dataFolder));
    }

    static EmbeddedDatabase start(FolderLock data) {
        EmbeddedDatabase database = new EmbeddedDatabase(data);
        try {
            database.start();
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw new CannotStart(
                    "The database in %s cannot be started: %s".formatted(data.folder(), e.getMessage()), e);
        }
    }

    private void start() throws IOException {
        postgres.prepare(port, superuser);
        postgres.start();
        new DatabaseRoles(url("postgres"), superuser, owner, gateway).arrange();
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        SpringApplication.getShutdownHandlers().add(this::close);
        log.info("Database ready on 127.0.0.1:{}", port);
    }

    public String url() {
        return url(DatabaseRoles.DATABASE);
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** One that somebody else has started in this folder, for who comes with the gateway's role. */
    static DataSource running(Path folder, int port) {
        String password = new KeptPassword(folder.resolve("dianqiao.password")).value();
        return new DriverManagerDataSource(url(port, DatabaseRoles.DATABASE), DatabaseRoles.GATEWAY, password);
    }

    /** The gateway's role: it may do what the owner grants it, nothing else. */
    public String user() {
        return DatabaseRoles.GATEWAY;
    }

    public String password() {
        return gateway.value();
    }

    /** The owner of all tables, for the migrations only. */
    public String ownerUser() {
        return DatabaseRoles.OWNER;
    }

    public String ownerPassword() {
        return owner.value();
    }

    public boolean alive() {
        return postgres.running();
    }

    /** On the same port, so that whoever holds the address finds it again. */
    public synchronized void reviveIfDead() {
        if (closed || alive()) {
            return;
        }
        log.error("Database is gone, it is started again on 127.0.0.1:{}", port);
        postgres.start();
        log.info("Database is back on 127.0.0.1:{}", port);
    }

    private void look() {
        try {
            reviveIfDead();
        } catch (RuntimeException e) {
            log.error("Database does not start, the next attempt follows", e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.shutdown();
        try {
            postgres.stop();
        } finally {
            lock.close();
        }
    }
}
