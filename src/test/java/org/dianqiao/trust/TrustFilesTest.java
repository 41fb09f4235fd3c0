package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the folders to trust, and what is said about files that cannot be used. */
class TrustFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心", Clock.fixed(NOW, ZoneOffset.UTC));
    private static final TestAuthority CITY = ROOT.below("郑州市数字证书认证中心");
    private static final Sm2Certificate APPROVAL = CITY.issue("河南省投资项目在线审批监管平台").certificate();
    private static final Sm2Certificate GRID = ROOT.issue("国网河南省电力公司").certificate();
    private static final String PRIVATE_KEY = "-----BEGIN " + "PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n";

    @TempDir
    Path home;

    private TrustFiles files;

    @BeforeEach
    void writes() throws IOException {
        files = new TrustFiles(
                List.of(home.resolve("certs/anchors"), home.resolve("sandbox/root.pem")),
                List.of(home.resolve("certs/partners"), home.resolve("sandbox")),
                List.of(home.resolve("certs/revoked"), home.resolve("data/revoked")));
        write("certs/anchors/henan.pem", ROOT.certificate().pem());
        write(
                "certs/partners/approval.henan/2026.pem",
                APPROVAL.pem() + CITY.certificate().pem());
    }

    @Test
    void readsWhoIsRegisteredAndWhoVouchesForThem() {
        Trust trust = Trust.read(files, List.of());

        assertThat(trust.of("approval.henan")).containsExactly(APPROVAL);
        assertThat(trust.objection(APPROVAL, NOW)).isEmpty();
    }

    @Test
    void readsTheSandboxBesideItsKeys() throws IOException {
        TestAuthority sandbox = TestAuthority.named("沙箱", Clock.fixed(NOW, ZoneOffset.UTC));
        Sm2Certificate simulator = sandbox.issue("grid.henan").certificate();
        write("sandbox/root.pem", sandbox.certificate().pem());
        write("sandbox/root-key.pem", PRIVATE_KEY);
        write("sandbox/grid.henan/certificate.pem", simulator.pem());
        write("sandbox/grid.henan/key.pem", PRIVATE_KEY);
        write("sandbox/grid.henan/both.pem", PRIVATE_KEY + GRID.pem());

        Trust trust = Trust.read(files, List.of());

        assertThat(trust.of("grid.henan")).containsExactlyInAnyOrder(simulator, GRID);
        assertThat(trust.objection(simulator, NOW)).isEmpty();
    }

    @Test
    void readsSeveralCertificatesOfAPartnerAtOnce() throws IOException {
        write("certs/partners/approval.henan/2027.pem", GRID.pem());

        assertThat(Trust.read(files, List.of()).of("approval.henan")).containsExactlyInAnyOrder(APPROVAL, GRID);
    }

    @Test
    void readsListsInBothForms() throws IOException {
        writeBytes("certs/revoked/henan.crl", ROOT.crl(GRID.serial()));
        write("certs/revoked/zhengzhou.crl", pem("X509 CRL", CITY.crl(APPROVAL.serial())));
        write("certs/partners/grid.henan/2026.pem", GRID.pem());

        Trust trust = Trust.read(files, List.of());

        assertThat(trust.objection(APPROVAL, NOW)).get().asString().contains("is revoked");
        assertThat(trust.objection(GRID, NOW)).get().asString().contains("is revoked");
    }

    @Test
    void readsACertificateInDer() throws IOException {
        writeBytes("certs/partners/grid.henan/2026.cer", GRID.der());

        assertThat(Trust.read(files, List.of()).of("grid.henan")).containsExactly(GRID);
    }

    @Test
    void overlooksWhatIsNotForIt() throws IOException {
        write("certs/anchors/.gitkeep", "");
        write("certs/anchors/README.md", "roots go here");
        write("certs/partners/README.md", "one folder per partner");

        assertThat(Trust.read(files, List.of()).of("approval.henan")).containsExactly(APPROVAL);
    }

    @Test
    void namesEveryFaultyFileWithItsReason() throws IOException {
        write("certs/anchors/empty.pem", "");
        write("certs/anchors/leaf.pem", GRID.pem());
        write("certs/anchors/huge.pem", " ".repeat((64 << 10) + 1));
        write("certs/anchors/root.key", PRIVATE_KEY);
        write("certs/partners/grid.henan/broken.pem", pem("CERTIFICATE", new byte[] {0x30, 0x01, 0x00}));
        write("certs/partners/grid.henan/cut.pem", GRID.pem().substring(0, 200));
        write("certs/partners/grid.henan/key.pem", GRID.pem() + PRIVATE_KEY);
        write("certs/partners/grid.henan/text.pem", "certificate follows by post");
        write("certs/revoked/certificate.crl", GRID.pem());
        writeBytes("certs/revoked/stranger.crl", TestAuthority.named("陌生人").crl());
        writeBytes(
                "certs/revoked/forged.crl", TestAuthority.named("河南省数字证书认证中心").crl());

        assertThatExceptionOfType(BadFiles.class)
                .isThrownBy(() -> Trust.read(files, List.of()))
                .satisfies(bad -> assertThat(bad.faults())
                        .extracting(TrustFilesTest::told)
                        .containsExactly(
                                "empty.pem: holds no certificate",
                                "huge.pem: is larger than 65536 bytes",
                                "leaf.pem: " + GRID + " is not an authority's certificate",
                                "root.key: holds a private key, which does not belong here",
                                "broken.pem: cut off",
                                "cut.pem: broken PEM: -----END CERTIFICATE----- not found",
                                "key.pem: holds a private key, which does not belong here",
                                "text.pem: cut off",
                                "certificate.crl: holds no revocation list",
                                "forged.crl: a revocation list not signed by C=CN,CN=河南省数字证书认证中心",
                                "stranger.crl: a revocation list of C=CN,CN=陌生人, whom we do not know"));
    }

    @Test
    void takesUpANewFileAndKeepsTheOldVersionWhenOneIsFaulty() throws IOException {
        Watched<Trust> watched = new Watched<>(files.places(), () -> Trust.read(files, List.of()));

        write("certs/partners/grid.henan/2026.pem", "certificate follows by post");
        assertThat(watched.refresh()).isFalse();
        assertThat(watched.current().of("approval.henan")).containsExactly(APPROVAL);

        write("certs/partners/grid.henan/2026.pem", GRID.pem());
        assertThat(watched.refresh()).isTrue();
        assertThat(watched.current().of("grid.henan")).containsExactly(GRID);

        writeBytes("certs/revoked/henan.crl", ROOT.crl(GRID.serial()));
        assertThat(watched.refresh()).isTrue();
        assertThat(watched.current().objection(GRID, NOW)).isPresent();
    }

    private static String told(Fault fault) {
        return fault.file().getFileName() + ": " + fault.reason();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), text);
    }

    private void writeBytes(String file, byte[] bytes) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.write(home.resolve(file), bytes);
    }
}
