package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.partner.Credentials.Cipher;
import org.junit.jupiter.api.Test;

/** A platform that wants to see a certificate of ours also where it gives out its secrets. */
class SecretsOverTlsTest extends WithSecrets {

    private static final String PASSWORD = "TESTTOKEN0123456789";
    private static final Supplier THEIRS = Supplier.server("national.henan");
    private static final Supplier OURS = Supplier.elliptic("gateway");

    private String host = "127.0.0.1";

    @Override
    protected PlayedPlatform opened() throws IOException {
        return new PlayedPlatform(WantingCertificates.server(THEIRS, OURS));
    }

    @Override
    protected String reached() throws IOException {
        Files.write(home().resolve("national.p12"), OURS.keystore(PASSWORD));
        Files.writeString(home().resolve("national.pem"), THEIRS.pem());
        return """
            url: "https://%s:9202"
              tls: { keystore: national.p12, secret: "env:TOKEN", authorities: national.pem }\
            """.formatted(host);
    }

    @Test
    void areAskedForWithTheCertificateThatItsHostIsShown() {
        platform.gives(FIRST, clock.instant().plus(HOUR));
        Node node = fresh();
        assertThat(platform.shown()).containsExactly("CN=gateway");
        assertThat(node.signatures.sign(credentials())).isNotEmpty();
        assertThat(node.watch.alarms()).isEmpty();
    }

    /** It would believe the other host. */
    @Test
    void areAskedForWithoutItWhereAnotherHostGivesThem() {
        host = "127.0.0.2";
        platform.gives(FIRST, clock.instant().plus(HOUR));
        Node node = node(Cipher.ECB);
        node.watch.refresh();
        assertThat(platform.asked()).isEmpty();
        assertThat(node.watch.alarms()).hasSize(1);
    }
}
