package org.dianqiao.sandbox.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * With what a simulator signs its SOAP messages, and by what it knows its caller's. Both pairs are made once, and the
 * caller's is for the caller to take.
 */
public record SoapKeys(PrivateKey key, X509Certificate certificate, X509Certificate caller) {

    private static final String PASSWORD = "password";

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final String CURVE = "secp256r1";
    private static final byte[] LINE_END = {'\n'};

    /** `gateway.p12` and `system.pem` are the caller's part. They lie apart from certificates that sign our protocol. */
    public static SoapKeys of(Path simulator, Clock clock) throws IOException {
        Path folder = Files.createDirectories(simulator.resolve("soap"));
        char[] password = new Secrets(folder).of(PASSWORD).toCharArray();
        try {
            KeyStore system = kept(folder, "system", password, clock.instant());
            KeyStore gateway = kept(folder, "gateway", password, clock.instant());
            return new SoapKeys((PrivateKey) system.getKey("own", password), certificate(system), certificate(gateway));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyStore store) throws GeneralSecurityException {
        return (X509Certificate) store.getCertificate("own");
    }

    private static KeyStore kept(Path folder, String name, char[] password, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Path file = folder.resolve(name + ".p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password);
            }
            return store;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        KeyPair pair = generator.generateKeyPair();
        X509Certificate own = selfSigned(name, pair, now);
        store.load(null, null);
        store.setKeyEntry("own", pair.getPrivate(), password, new Certificate[] {own});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        Files.writeString(folder.resolve(name + ".pem"), pem(own));
        return store;
    }

    private static X509Certificate selfSigned(String name, KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        X500Principal subject = new X500Principal("CN=sandbox " + name);
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(LIFE)),
                subject,
                pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String lines = Base64.getMimeEncoder(64, LINE_END).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }
}
