package org.dianqiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The gateway's database, for a command beside it: the one that is given; else our own, where it runs or, for as long as
 * the command takes, started.
 *
 * @param source absent: our own was never made
 */
record DatabaseAtHand(Optional<DataSource> source, @Nullable EmbeddedDatabase started) implements AutoCloseable {

    static DatabaseAtHand of(Environment environment, Settings settings) {
        String url = environment.getProperty("spring.datasource.url", "");
        return url.isBlank() ? ourOwn(settings.data()) : given(environment, url);
    }

    private static DatabaseAtHand given(Environment environment, String url) {
        return found(new DriverManagerDataSource(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", "")));
    }

    private static DatabaseAtHand ourOwn(Path data) {
        if (!Files.isDirectory(data)) {
            return none();
        }
        Path folder = real(data);
        Postgres postgres = new Postgres(folder);
        OptionalInt port = postgres.port();
        if (port.isPresent()) {
            return found(EmbeddedDatabase.running(folder, port.getAsInt()));
        }
        return postgres.initialised() ? started(EmbeddedDatabase.start(folder)) : none();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseAtHand started(EmbeddedDatabase database) {
        DataSource source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        return new DatabaseAtHand(Optional.of(source), database);
    }

    private static DatabaseAtHand none() {
        return new DatabaseAtHand(Optional.empty(), null);
    }

    private static DatabaseAtHand found(DataSource source) {
        return new DatabaseAtHand(Optional.of(source), null);
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
