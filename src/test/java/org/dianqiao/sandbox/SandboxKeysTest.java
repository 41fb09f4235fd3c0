package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxKeysTest {

    private static final Clock TEN_YEARS_LATER = Clock.offset(Town.CLOCK, Duration.ofDays(3650 - 20));

    /** The root's, the gateway's, the time stamps', the database's, the licence seals', secrets; two of each partner. */
    private static final int FILES = 15 + 2 * Setting.simulators().size();

    @TempDir
    private Path folder;

    @Test
    void keepsWhatIsThere() throws IOException {
        SandboxKeys.make(folder, Town.CLOCK);
        Map<String, String> before = contents();
        SandboxKeys.make(folder, Town.CLOCK);
        assertThat(contents()).isEqualTo(before).hasSize(FILES);
    }

    @Test
    void renewsAllBeforeTheyExpireButTheKeyThatTheDatabaseIsWrappedWithAndSecrets() throws IOException {
        SandboxKeys.make(folder, Town.CLOCK);
        Map<String, String> before = contents();
        SandboxKeys.make(folder, TEN_YEARS_LATER);
        Map<String, String> after = contents();
        assertThat(after).hasSize(FILES);
        assertThat(after.keySet())
                .filteredOn(file -> after.get(file).equals(before.get(file)))
                .containsExactlyInAnyOrder(
                        "wrapping.p12",
                        "wrapping.password",
                        "licence-service/access-token",
                        "national-platform/app-key",
                        "marketing/call-back-token",
                        "project-list/password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.p12",
                "gateway.pem",
                "gateway.password",
                "grid.henan/key.pem",
                "root-key.pem",
                "timestamp.pem"
            })
    void makesAnewWhatIsMissing(String file) throws IOException {
        SandboxKeys.make(folder, Town.CLOCK);
        Files.delete(folder.resolve(file));
        SandboxKeys.make(folder, Town.CLOCK);
        assertThat(authority().issued(certificate("gateway.pem"))).isTrue();
        assertThat(authority().issued(certificate("timestamp.pem"))).isTrue();
        assertThat(authority().issued(certificate("grid.henan/certificate.pem")))
                .isTrue();
        assertThat(new Town(folder).gateway().certificate()).isEqualTo(certificate("gateway.pem"));
        assertThat(Identity.open(Grid.ID, folder.resolve(Grid.ID)).certificate())
                .isEqualTo(certificate("grid.henan/certificate.pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.p12",
                "gateway.password",
                "root-key.pem",
                "timestamp-key.pem",
                "wrapping.p12",
                "wrapping.password",
                "grid.henan/key.pem",
                "approval.henan/key.pem"
            })
    void keepsSecretsToTheirOwner(String file) throws IOException {
        SandboxKeys.make(folder, Town.CLOCK);
        assertThat(Files.getPosixFilePermissions(folder.resolve(file)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void letsTheRootSignCertificatesOnly() throws IOException {
        SandboxKeys.make(folder, Town.CLOCK);
        X509CertificateHolder root = certificate("root.pem");
        assertThat(BasicConstraints.fromExtensions(root.getExtensions()).isCA()).isTrue();
        assertThat(usage(root)).isEqualTo(new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        assertThat(authority().issued(root)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway.pem", "grid.henan/certificate.pem", "approval.henan/certificate.pem"})
    void letsTheOthersSignMessagesOnly(String file) throws IOException {
        SandboxKeys.make(folder, Town.CLOCK);
        X509CertificateHolder certificate = certificate(file);
        assertThat(usage(certificate)).isEqualTo(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        assertThat(certificate.getExtension(Extension.keyUsage).isCritical()).isTrue();
        assertThat(certificate.getSignatureAlgorithm().getAlgorithm().getId()).isEqualTo("1.2.156.10197.1.501");
        assertThat(certificate
                        .getSubjectPublicKeyInfo()
                        .getAlgorithm()
                        .getParameters()
                        .toString())
                .isEqualTo("1.2.156.10197.1.301");
        assertThat(certificate.isValidOn(Date.from(Town.CLOCK.instant()))).isTrue();
    }

    @Test
    void letsTheTimeStampingAuthorityStampOnly() throws IOException {
        SandboxKeys.make(folder, Town.CLOCK);
        Extension purpose = certificate("timestamp.pem").getExtension(Extension.extendedKeyUsage);
        assertThat(purpose.isCritical()).isTrue();
        assertThat(ExtendedKeyUsage.getInstance(purpose.getParsedValue()).getUsages())
                .containsExactly(KeyPurposeId.id_kp_timeStamping);
    }

    private static KeyUsage usage(X509CertificateHolder certificate) {
        return KeyUsage.fromExtensions(certificate.getExtensions());
    }

    private Authority authority() throws IOException {
        return new Authority(Authority.newKey(), certificate("root.pem"));
    }

    private X509CertificateHolder certificate(String file) throws IOException {
        return Pem.certificate(folder.resolve(file));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                contents.put(folder.relativize(file).toString(), Sm3.hex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
