package org.dianqiao.partner;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.dianqiao.files.Yaml;

/** Reads from a partner's endpoint with which keys SOAP messages are signed: our PKCS#12, and their certificates. */
record SoapKeysEntry(KeyFiles files, Secret password) {

    Optional<SoapKeys> read(Yaml endpoint) {
        Optional<List<X509Certificate>> theirs = endpoint.value("certificates", files::certificates);
        Optional<KeyStore.PrivateKeyEntry> ours = endpoint.value("keystore", path -> files.own(path, password));
        return ours.flatMap(own -> theirs.map(
                registered -> new SoapKeys(own.getPrivateKey(), (X509Certificate) own.getCertificate(), registered)));
    }
}
