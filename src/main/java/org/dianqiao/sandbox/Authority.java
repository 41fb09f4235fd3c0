package org.dianqiao.sandbox;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The sandbox's certification authority: makes SM2 keys and signs certificates for them. */
record Authority(ECPrivateKeyParameters key, X509CertificateHolder certificate) {

    private static final ECNamedDomainParameters SM2 = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
    private static final X500Name NAME = new X500Name("C=CN,O=Dianqiao Sandbox,CN=Dianqiao Sandbox Root");
    private static final int YEARS = 10;

    static Authority found(Instant now) throws IOException {
        AsymmetricCipherKeyPair pair = newPair();
        ECPrivateKeyParameters key = (ECPrivateKeyParameters) pair.getPrivate();
        X509v3CertificateBuilder builder = builder(NAME, spki(pair.getPublic()), now);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new Authority(key, builder.build(new CertificateSigner(key)));
    }

    /** A certificate for signing messages, and nothing else. */
    X509CertificateHolder issue(String commonName, AsymmetricKeyParameter publicKey, Instant now) throws IOException {
        return draft(commonName, publicKey, now).build(new CertificateSigner(key));
    }

    /** A certificate for stamping time, and nothing else. */
    X509CertificateHolder issueForStamps(String commonName, AsymmetricKeyParameter publicKey, Instant now)
            throws IOException {
        return draft(commonName, publicKey, now)
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .build(new CertificateSigner(key));
    }

    private X509v3CertificateBuilder draft(String commonName, AsymmetricKeyParameter publicKey, Instant now)
            throws IOException {
        X500Name subject = new X500Name("C=CN,O=Dianqiao Sandbox,CN=" + commonName);
        X509v3CertificateBuilder builder = builder(subject, spki(publicKey), now);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new BcX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
        return builder;
    }

    boolean issued(X509CertificateHolder other) throws IOException {
        return other.getIssuer().equals(certificate.getSubject())
                && Signatory.of(certificate)
                        .holds(other.toASN1Structure().getTBSCertificate().getEncoded(), other.getSignature());
    }

    static AsymmetricCipherKeyPair newPair() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(SM2, new SecureRandom()));
        return generator.generateKeyPair();
    }

    static ECPrivateKeyParameters newKey() {
        return (ECPrivateKeyParameters) newPair().getPrivate();
    }

    private static X509v3CertificateBuilder builder(X500Name subject, SubjectPublicKeyInfo key, Instant now)
            throws IOException {
        ZonedDateTime from = now.atZone(ZoneOffset.UTC).minusDays(1).truncatedTo(ChronoUnit.SECONDS);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                NAME,
                new BigInteger(96, new SecureRandom()).setBit(96),
                Date.from(from.toInstant()),
                Date.from(from.plusYears(YEARS).toInstant()),
                subject,
                key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new BcX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static SubjectPublicKeyInfo spki(AsymmetricKeyParameter key) throws IOException {
        return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
    }
}
