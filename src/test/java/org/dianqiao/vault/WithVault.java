package org.dianqiao.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dianqiao.MovedClock;
import org.dianqiao.platform.EmbeddedDatabase;
import org.dianqiao.platform.Prepared;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests that have data keys for themselves: a database of their own, empty before each. */
abstract class WithVault {

    private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.start(Prepared.into(folder()));

    static {
        Flyway.configure()
                .dataSource(POSTGRES.url(), POSTGRES.ownerUser(), POSTGRES.ownerPassword())
                .placeholders(Map.of("role", POSTGRES.user()))
                .load()
                .migrate();
    }

    protected final MovedClock clock = new MovedClock();
    protected final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(POSTGRES.url(), POSTGRES.user(), POSTGRES.password()));
    protected final DataKeyStore store = new DataKeyStore(database);

    @TempDir
    protected Path keystores;

    @BeforeEach
    void forgetAllKeys() {
        owner().sql("TRUNCATE data_key CASCADE").update();
    }

    /** A node that starts now with the wrapping keys of this file. */
    protected Vault node(Path keystore) {
        return new Vault(store, Vaults.keys(keystore), clock);
    }

    protected Path keystore() {
        return keystores.resolve("gateway.p12");
    }

    protected static JdbcClient owner() {
        return JdbcClient.create(
                new DriverManagerDataSource(POSTGRES.url(), POSTGRES.ownerUser(), POSTGRES.ownerPassword()));
    }

    private static Path folder() {
        try {
            Path vaults = Files.createDirectories(Path.of("target", "vaults").toAbsolutePath());
            return Files.createTempDirectory(vaults, "vault-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
