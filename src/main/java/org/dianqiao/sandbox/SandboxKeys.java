package org.dianqiao.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The keys that the sandbox plays with: a root, the gateway's, the time stamping authority's, and one for each
 * simulator. What is there and good is kept; what is missing, of another root or about to expire is made anew. A
 * certificate is written last: without it the files beside it do not count.
 */
public final class SandboxKeys {

    private static final Duration SOON = Duration.ofDays(30);

    private final Path folder;
    private final Instant now;

    private SandboxKeys(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    public static void make(Path sandboxFolder, Clock clock) throws IOException {
        SandboxKeys keys = new SandboxKeys(sandboxFolder, clock.instant());
        Authority root = keys.root();
        keys.gateway(root);
        keys.timestamps(root);
        keys.wrapping();
        for (String simulator : Setting.simulators()) {
            keys.simulator(simulator, root);
        }
        keys.simulator(Outsider.LICENCE_SERVICE.word(), root);
        for (Outsider outsider : Outsider.values()) {
            outsider.makeSecrets(sandboxFolder);
        }
    }

    private Authority root() throws IOException {
        Path certificate = folder.resolve("root.pem");
        Path key = folder.resolve("root-key.pem");
        if (usable(key, certificate)) {
            Authority root = new Authority(key(key), Pem.certificate(certificate));
            if (root.issued(root.certificate())) {
                return root;
            }
        }
        Authority root = Authority.found(now);
        secret(key, pem(root.key()));
        open(certificate, Pem.of(root.certificate()));
        return root;
    }

    private void simulator(String id, Authority root) throws IOException {
        Path own = folder.resolve(id);
        holder(own.resolve("key.pem"), own.resolve("certificate.pem"), root, key -> root.issue(id, key, now));
    }

    private void timestamps(Authority root) throws IOException {
        Path key = folder.resolve(TimestampAuthority.KEY);
        Path certificate = folder.resolve(TimestampAuthority.CERTIFICATE);
        holder(key, certificate, root, made -> root.issueForStamps("timestamp", made, now));
    }

    private void holder(Path key, Path certificate, Authority root, Issuing issuing) throws IOException {
        if (usable(key, certificate) && root.issued(Pem.certificate(certificate))) {
            return;
        }
        AsymmetricCipherKeyPair pair = Authority.newPair();
        secret(key, pem((ECPrivateKeyParameters) pair.getPrivate()));
        open(certificate, Pem.of(issuing.of(pair.getPublic())));
    }

    /** What the root makes of a new key. */
    private interface Issuing {
        X509CertificateHolder of(AsymmetricKeyParameter key) throws IOException;
    }

    private void gateway(Authority root) throws IOException {
        Path certificate = folder.resolve("gateway.pem");
        Path keystore = folder.resolve("gateway.p12");
        Path password = folder.resolve("gateway.password");
        if (opens(keystore, password, certificate) && root.issued(Pem.certificate(certificate))) {
            return;
        }
        Files.deleteIfExists(certificate);
        AsymmetricCipherKeyPair pair = Authority.newPair();
        X509CertificateHolder issued = root.issue("gateway", pair.getPublic(), now);
        String secret = random();
        secret(password, secret.getBytes(StandardCharsets.US_ASCII));
        secret(keystore, pkcs12((ECPrivateKeyParameters) pair.getPrivate(), secret, issued, root.certificate()));
        open(certificate, Pem.of(issued));
    }

    /** What the gateway wraps the keys of its database with. It is made once: what those seal would be lost. */
    private void wrapping() throws IOException {
        Path keystore = folder.resolve("wrapping.p12");
        if (!Files.exists(keystore)) {
            String secret = random();
            secret(folder.resolve("wrapping.password"), secret.getBytes(StandardCharsets.US_ASCII));
            secret(keystore, WrappingKeystore.make(secret.toCharArray()));
        }
    }

    private boolean usable(Path key, Path certificate) throws IOException {
        if (!Files.exists(key) || !Files.exists(certificate)) {
            return false;
        }
        X509CertificateHolder held = Pem.certificate(certificate);
        return lasts(held) && Identity.matches(key(key), held);
    }

    private boolean opens(Path keystore, Path password, Path certificate) throws IOException {
        if (!Files.exists(keystore) || !Files.exists(password) || !Files.exists(certificate)) {
            return false;
        }
        X509CertificateHolder held = Pem.certificate(certificate);
        Identity gateway =
                Identity.open("gateway", keystore, Files.readString(password).toCharArray());
        return lasts(held) && gateway.certificate().equals(held);
    }

    private boolean lasts(X509CertificateHolder certificate) {
        return certificate.getNotAfter().after(Date.from(now.plus(SOON)));
    }

    private static byte[] pkcs12(ECPrivateKeyParameters key, String password, X509CertificateHolder... chain)
            throws IOException {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", "SunJSSE");
            store.load(null, null);
            PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(info(key).getEncoded());
            store.setKeyEntry(
                    "gateway",
                    KeyFactory.getInstance("EC", provider).generatePrivate(spec),
                    password.toCharArray(),
                    new Certificate[] {java(chain[0], provider), java(chain[1], provider)});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException("the gateway's key store cannot be made", e);
        }
    }

    private static Certificate java(X509CertificateHolder certificate, BouncyCastleProvider provider)
            throws CertificateException {
        return new JcaX509CertificateConverter().setProvider(provider).getCertificate(certificate);
    }

    static ECPrivateKeyParameters key(Path file) throws IOException {
        return (ECPrivateKeyParameters) PrivateKeyFactory.createKey(Pem.key(file));
    }

    private static byte[] pem(ECPrivateKeyParameters key) throws IOException {
        return Pem.of(info(key)).getBytes(StandardCharsets.US_ASCII);
    }

    private static PrivateKeyInfo info(ECPrivateKeyParameters key) throws IOException {
        return PrivateKeyInfoFactory.createPrivateKeyInfo(key);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void open(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.US_ASCII), "rw-r--r--");
    }

    private static void secret(Path file, byte[] content) throws IOException {
        write(file, content, "rw-------");
    }

    /** Under another name first, which nobody but its owner may read, so that it is there whole or not at all. */
    private static void write(Path file, byte[] content, String mode) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".", ".new");
        Files.write(fresh, content);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(mode));
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
