package org.dianqiao.partner;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How connections to a partner are opened that wants to see a certificate of ours 双向 TLS.
 *
 * @param chain our certificate, and behind it who issued it
 * @param authorities who issues their server's certificate; where there are none, those that Java knows
 */
public record Tls(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> authorities) {

    /** The header by which a step says to the line for whom it opens it. It never leaves the house. */
    public static final String SHOWN_TO = "dianqiao-shown-to";

    private static final char[] IN_MEMORY = new char[0];

    public Tls {
        chain = List.copyOf(chain);
        authorities = List.copyOf(authorities);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    public SSLContext context() {
        try {
            KeyStore own = empty();
            own.setKeyEntry("own", key, IN_MEMORY, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(own, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), believed(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private TrustManager[] believed() throws GeneralSecurityException, IOException {
        TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(authorities.isEmpty() ? null : registered());
        return believed.getTrustManagers();
    }

    private KeyStore registered() throws GeneralSecurityException, IOException {
        KeyStore registered = empty();
        for (X509Certificate authority : authorities) {
            registered.setCertificateEntry("authority-" + registered.size(), authority);
        }
        return registered;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    @Override
    public String toString() {
        return certificate().getSubjectX500Principal().getName();
    }
}
