package org.dianqiao.partner;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.files.Yaml;
import org.jspecify.annotations.Nullable;

/** Reads the `tls` of a partner's endpoint: our PKCS#12, its password, and who issues their server's certificate. */
record TlsEntry(KeyFiles files, SecretPlaces secrets) {

    static @Nullable Tls read(Yaml endpoint, SecretPlaces secrets) {
        Yaml tls = endpoint.child("tls");
        return tls.present() ? new TlsEntry(new KeyFiles(secrets.home()), secrets).tls(tls) : null;
    }

    private @Nullable Tls tls(Yaml at) {
        at.only(Set.of("keystore", "secret", "authorities"));
        at.text("keystore");
        at.text("secret");
        Optional<Secret> password = at.value("secret", secrets::find);
        Optional<KeyStore.PrivateKeyEntry> own =
                password.flatMap(secret -> at.value("keystore", path -> files.own(path, secret)));
        List<X509Certificate> authorities =
                at.value("authorities", files::certificates).orElse(List.of());
        return own.map(entry -> new Tls(entry.getPrivateKey(), chain(entry), authorities))
                .orElse(null);
    }

    private static List<X509Certificate> chain(KeyStore.PrivateKeyEntry entry) {
        return Arrays.stream(entry.getCertificateChain())
                .map(X509Certificate.class::cast)
                .toList();
    }
}
