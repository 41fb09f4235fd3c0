package org.dianqiao.connector.wssecurity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.dianqiao.KeyPairs;
import org.jspecify.annotations.Nullable;

/** Whoever supplies a marketing system: a key, and the certificate that they have registered. */
public record Supplier(PrivateKey key, X509Certificate certificate) {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    public static Supplier rsa(String name) {
        return of(name, "RSA", "SHA256withRSA", FROM);
    }

    public static Supplier elliptic(String name) {
        return of(name, "EC", "SHA256withECDSA", FROM);
    }

    public static Supplier expired(String name) {
        return of(name, "EC", "SHA256withECDSA", FROM.minus(1000, ChronoUnit.DAYS));
    }

    /** A server on this machine, which has two hosts. */
    public static Supplier server(String name) {
        return of(name, "EC", "SHA256withECDSA", FROM, null, hosts("127.0.0.1", "127.0.0.2"));
    }

    /** Who issues certificates to servers. */
    public static Supplier authority(String name) {
        return of(
                name,
                "EC",
                "SHA256withECDSA",
                FROM,
                null,
                builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
    }

    /** To the server at this address. It ends after 800 days. */
    public Supplier issue(String name, String host, Instant from) {
        return of(name, "EC", "SHA256withECDSA", from, this, hosts(host));
    }

    private static Further hosts(String... addresses) {
        GeneralName[] names = Arrays.stream(addresses)
                .map(address -> new GeneralName(GeneralName.iPAddress, address))
                .toArray(GeneralName[]::new);
        return builder -> builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    private static Supplier of(String name, String algorithm, String signature, Instant from) {
        return of(name, algorithm, signature, from, null, builder -> {});
    }

    private interface Further {
        void addTo(JcaX509v3CertificateBuilder builder) throws IOException;
    }

    /** `issuer`: none where it issues its own. */
    private static Supplier of(
            String name, String algorithm, String signature, Instant from, @Nullable Supplier issuer, Further further) {
        try {
            KeyPair pair = KeyPairs.fresh(algorithm);
            X500Principal subject = new X500Principal("CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(
                    issuer == null ? subject : issuer.certificate().getSubjectX500Principal(),
                    BigInteger.valueOf(20260101),
                    Date.from(from),
                    Date.from(from.plus(800, ChronoUnit.DAYS)),
                    subject,
                    pair.getPublic());
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            further.addTo(builder);
            PrivateKey signing = issuer == null ? pair.getPrivate() : issuer.key();
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(signing)));
            return new Supplier(pair.getPrivate(), certificate);
        } catch (GeneralSecurityException | OperatorException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isRsa() {
        return key.getAlgorithm().equals("RSA");
    }

    public String pem() {
        try {
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] keystore(String password) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("ours", key, password.toCharArray(), new Certificate[] {certificate});
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
