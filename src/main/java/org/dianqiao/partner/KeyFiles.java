package org.dianqiao.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keys that partners' files name: our PKCS#12, and certificates of theirs, below the gateway's home. */
record KeyFiles(Path home) {

    private static final int LARGEST = 64 << 10;
    private static final int SHORTEST_RSA = 2048;

    KeyStore.PrivateKeyEntry own(String path, Secret password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] secret = password.text().toCharArray();
            store.load(new ByteArrayInputStream(bytes(path)), secret);
            var protection = new KeyStore.PasswordProtection(secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getEntry(alias, protection) instanceof KeyStore.PrivateKeyEntry entry
                        && entry.getCertificate() instanceof X509Certificate certificate) {
                    return strong(certificate, entry);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(path + " cannot be opened with this `secret`: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(path + " holds no private key");
    }

    List<X509Certificate> certificates(String path) {
        try {
            List<X509Certificate> found = new ArrayList<>();
            for (var each : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(path)))) {
                found.add(strong((X509Certificate) each, (X509Certificate) each));
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException(path + " holds no certificate");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(path + " holds no certificate: " + e.getMessage(), e);
        }
    }

    private static <T> T strong(X509Certificate certificate, T holder) {
        boolean rsa = certificate.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() >= SHORTEST_RSA;
        if (!rsa && !(certificate.getPublicKey() instanceof ECPublicKey)) {
            throw new IllegalArgumentException(
                    "an RSA key of at least " + SHORTEST_RSA + " bits, or one on a NIST curve, is expected");
        }
        return holder;
    }

    private byte[] bytes(String path) {
        Path root = home.toAbsolutePath().normalize();
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException(path + " is not below the gateway's home");
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(file + " is not there, or larger than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
