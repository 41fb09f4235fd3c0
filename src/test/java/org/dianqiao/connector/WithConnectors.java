package org.dianqiao.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dianqiao.MovedClock;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.dianqiao.platform.EmbeddedDatabase;
import org.dianqiao.platform.Prepared;
import org.dianqiao.vault.Vaults;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests of several nodes over one database of their own, in which nobody has asked for anything yet. */
abstract class WithConnectors {

    private static final Path FOLDER = folder();
    private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.start(Prepared.into(FOLDER));

    static {
        Flyway.configure()
                .dataSource(POSTGRES.url(), POSTGRES.ownerUser(), POSTGRES.ownerPassword())
                .placeholders(Map.of("role", POSTGRES.user()))
                .load()
                .migrate();
    }

    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("mappings/services.yaml"), contract -> true);
    private static final SecretPlaces SECRETS =
            new SecretPlaces(FOLDER, Map.of("APP_KEY", PlayedPlatform.APP_KEY, "TOKEN", "TESTTOKEN0123456789"));

    protected final MovedClock clock = new MovedClock(Requester.THEN);

    @BeforeEach
    void forgetEverything() {
        database().sql("DELETE FROM nonce").update();
        JdbcClient.create(new DriverManagerDataSource(POSTGRES.url(), POSTGRES.ownerUser(), POSTGRES.ownerPassword()))
                .sql("TRUNCATE given_secret")
                .update();
    }

    /** A gateway as far as header signatures go. */
    protected final class Node {

        final NonceStore nonces = new NonceStore(database());
        final RefreshedSecrets secrets;
        final HeaderSignatures signatures;
        final SecretWatch watch;

        Node(Path partners) {
            secrets = new RefreshedSecrets(
                    new GivenSecretStore(database()), Vaults.over(database(), FOLDER, Clock.systemUTC()), clock);
            signatures = new HeaderSignatures(nonces, secrets, new SignatureSettings(Duration.ofSeconds(180)), clock);
            watch = new SecretWatch(
                    secrets, new Watched<>(List.of(), () -> Partners.read(partners, CATALOGUE, SECRETS, "gateway")));
        }
    }

    protected Node node() {
        return new Node(FOLDER.resolve("nobody"));
    }

    protected static JdbcClient database() {
        DriverManagerDataSource source =
                new DriverManagerDataSource(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
        return JdbcClient.create(source);
    }

    /** Where their files are. */
    protected static Path home() {
        return FOLDER;
    }

    private static Path folder() {
        try {
            Path connectors =
                    Files.createDirectories(Path.of("target", "connectors").toAbsolutePath());
            return Files.createTempDirectory(connectors, "connector-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
