package org.dianqiao.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.dianqiao.vault.Rotation;

/** A signing key as an operator brings it: an SM2 key with its certificate in a PKCS#12 file. */
final class OwnKeystore {

    static final String PASSWORD = "金水-371";

    private static final X500Name NAME = new X500Name("C=CN,O=河南省大数据中心,CN=gateway");
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private OwnKeystore() {}

    /** With the wrapping key as well that a gateway needs. */
    static Path in(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        Path file = withoutWrappingKey(folder);
        new Rotation(file, PASSWORD.toCharArray(), Clock.systemUTC()).addKey();
        return file;
    }

    static Path withoutWrappingKey(Path folder)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        KeyPair pair = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance("PKCS12", PROVIDER);
        store.load(null, null);
        store.setKeyEntry("gateway", pair.getPrivate(), null, new Certificate[] {certificate(pair)});
        Path file = folder.resolve("gateway.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static Certificate certificate(KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Instant now = Clock.systemUTC().instant();
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.TEN,
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(365, ChronoUnit.DAYS)),
                NAME,
                pair.getPublic());
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return new JcaX509CertificateConverter()
                .setProvider(PROVIDER)
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SM3WITHSM2")
                        .setProvider(PROVIDER)
                        .build(pair.getPrivate())));
    }
}
