package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.dianqiao.sandbox.SandboxKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secret keys beside a signing key, in a file that other programs read and write too. */
class SecretsFileTest {

    private static final NamedSecret OLD = new NamedSecret("wrapping 2026-09-01", "0123456789abcdef".getBytes());
    private static final NamedSecret NEW = new NamedSecret("wrapping 2026-10-01", "fedcba9876543210".getBytes());
    private static final char[] PASSWORD = "金水-371".toCharArray();

    @TempDir
    private Path folder;

    private Path keystore;
    private char[] password;

    @BeforeEach
    void makeASigningKey() throws IOException {
        SandboxKeys.make(folder, Clock.systemUTC());
        keystore = folder.resolve("gateway.p12");
        password = Files.readString(folder.resolve("gateway.password")).toCharArray();
    }

    @Test
    void keepsSecretsBesideTheSigningKey() {
        Sm2Certificate before = SigningKey.open(keystore, password).certificate();
        SecretsFile.read(keystore, password).with(OLD).with(NEW).write();
        assertThat(SecretsFile.read(keystore, password).secrets())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(OLD, NEW);
        assertThat(SigningKey.open(keystore, password).certificate()).isEqualTo(before);
    }

    @Test
    void takesOutOneAndLeavesTheOther() {
        SecretsFile.read(keystore, password).with(OLD).with(NEW).write();
        SecretsFile.read(keystore, password)
                .without(secret -> secret.name().equals(OLD.name()))
                .write();
        assertThat(SecretsFile.read(keystore, password).secrets())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(NEW);
        assertThat(SigningKey.open(keystore, password).chain()).isNotEmpty();
    }

    @Test
    void beginsAFileOfItsOwn() throws IOException {
        Path apart = folder.resolve("wrapping.p12");
        SecretsFile.empty(apart, PASSWORD).with(NEW).write();
        assertThat(SecretsFile.read(apart, PASSWORD).secrets()).hasSize(1);
        assertThat(Files.getPosixFilePermissions(apart)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void readsAndTakesOutWhatKeytoolWrote() throws IOException, GeneralSecurityException {
        Path apart = folder.resolve("keytool.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(OLD.name(), entry(OLD), protection());
        store.setEntry(NEW.name(), entry(NEW), protection());
        try (OutputStream out = Files.newOutputStream(apart)) {
            store.store(out, "henan-371".toCharArray());
        }
        SecretsFile file = SecretsFile.read(apart, "henan-371".toCharArray());
        assertThat(file.secrets()).usingRecursiveFieldByFieldElementComparator().containsExactlyInAnyOrder(OLD, NEW);
        assertThat(file.without(secret -> secret.name().equals(OLD.name())).secrets())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(NEW);
    }

    @Test
    void writesWhatKeytoolReads() throws IOException, GeneralSecurityException {
        Path apart = folder.resolve("ours.p12");
        char[] plain = "henan-371".toCharArray();
        SecretsFile.empty(apart, plain).with(NEW).write();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(apart)) {
            store.load(in, plain);
        }
        assertThat(store.isKeyEntry(NEW.name())).isTrue();
        assertThat(((SecretKey) store.getKey(NEW.name(), plain)).getEncoded()).isEqualTo(NEW.key());
    }

    @Test
    void keepsTheFilesPermissions() throws IOException {
        Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("r--r-----"));
        SecretsFile.read(keystore, password).with(NEW).write();
        assertThat(Files.getPosixFilePermissions(keystore)).isEqualTo(PosixFilePermissions.fromString("r--r-----"));
        try (var left = Files.list(folder)) {
            assertThat(left.filter(file -> file.getFileName().toString().endsWith(".new")))
                    .isEmpty();
        }
    }

    @Test
    void writesThroughALinkToTheFileItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("current.p12"), keystore);
        SecretsFile.read(link, password).with(NEW).write();
        assertThat(link).isSymbolicLink();
        assertThat(SecretsFile.read(keystore, password).secrets()).hasSize(1);
    }

    @Test
    void saysWhenThePasswordIsWrong() {
        assertThatThrownBy(() -> SecretsFile.read(keystore, PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the password is wrong or the file was changed");
    }

    private static KeyStore.SecretKeyEntry entry(NamedSecret secret) {
        return new KeyStore.SecretKeyEntry(new SecretKeySpec(secret.key(), "AES"));
    }

    private static KeyStore.PasswordProtection protection() {
        return new KeyStore.PasswordProtection("henan-371".toCharArray());
    }
}
