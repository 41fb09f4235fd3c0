package org.dianqiao.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/** A certification authority for tests: issues good certificates and every kind of bad one, and takes them back. */
public final class TestAuthority {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private static final int ISSUING = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    private final Instant now;
    private final ECPrivateKeyParameters key;
    private final List<Sm2Certificate> chain;

    private TestAuthority(Instant now, ECPrivateKeyParameters key, List<Sm2Certificate> chain) {
        this.now = now;
        this.key = key;
        this.chain = chain;
    }

    /** A root, whose certificates are valid from yesterday for a year. */
    public static TestAuthority named(String name) {
        return named(name, Clock.systemUTC());
    }

    public static TestAuthority named(String name, Clock clock) {
        return new Draft(null, clock.instant(), name)
                .usage(ISSUING)
                .pathLength(null)
                .authority();
    }

    public Sm2Certificate certificate() {
        return chain.get(0);
    }

    public SigningKey issue(String name) {
        return draft(name).issue();
    }

    public SigningKey issueExpired(String name) {
        return draft(name)
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)))
                .issue();
    }

    /** The other half of a pair, whose key lies in escrow. */
    public SigningKey issueForEncryption(String name) {
        return draft(name)
                .usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement)
                .issue();
    }

    /** For stamping time, and nothing else. */
    public SigningKey issueForStamps(String name) {
        return draft(name).purposes(true, KeyPurposeId.id_kp_timeStamping).issue();
    }

    /** An authority below this one. */
    public TestAuthority below(String name) {
        return draft(name).usage(ISSUING).pathLength(null).authority();
    }

    public Draft draft(String name) {
        return new Draft(this, now, name);
    }

    /** A revocation list, published just now, next update in a week. */
    public byte[] crl(String... revokedSerials) {
        return crl(now, now.plus(Duration.ofDays(7)), revokedSerials);
    }

    public byte[] crl(Instant published, Instant nextUpdate, String... revokedSerials) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(certificate().subjectName(), Date.from(published));
        list.setNextUpdate(Date.from(nextUpdate));
        for (String serial : revokedSerials) {
            list.addCRLEntry(new BigInteger(serial, 16), Date.from(published), CRLReason.keyCompromise);
        }
        return crl(list);
    }

    /** Of those certificates only that name this address. */
    public byte[] crlFor(String address) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(certificate().subjectName(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(Duration.ofDays(7))));
        try {
            list.addExtension(
                    Extension.issuingDistributionPoint,
                    true,
                    new IssuingDistributionPoint(Draft.names(address), false, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crl(list);
    }

    byte[] crl(X509v2CRLBuilder list) {
        try {
            return list.build(new Signer(key)).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A certificate before it is signed, good unless told otherwise. */
    public static final class Draft {

        private final @Nullable TestAuthority issuer;
        private final Instant now;
        private final X500Name subject;
        private ECPrivateKeyParameters key = newKey();
        private final List<Extension> extensions = new ArrayList<>();
        private BigInteger serial = new BigInteger(120, RANDOM).setBit(120);
        private Instant from;
        private Instant until;
        private int usage = SIGNING;
        private AlgorithmIdentifier keyForm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, Sm2.CURVE);

        private Draft(@Nullable TestAuthority issuer, Instant now, String name) {
            this.issuer = issuer;
            this.now = now;
            this.subject = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.C, "CN")
                    .addRDN(BCStyle.CN, name)
                    .build();
            valid(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
        }

        public Draft valid(Instant from, Instant until) {
            this.from = from;
            this.until = until;
            return this;
        }

        public Draft serial(String hex) {
            serial = new BigInteger(hex, 16);
            return this;
        }

        public Draft key(ECPrivateKeyParameters given) {
            key = given;
            return this;
        }

        /** The key usage bits; 0 for a certificate that does not say. */
        public Draft usage(int bits) {
            usage = bits;
            return this;
        }

        /** An authority's, with this limit on those below it. */
        public Draft pathLength(@Nullable Integer authorities) {
            return with(
                    Extension.basicConstraints,
                    authorities == null ? new BasicConstraints(true) : new BasicConstraints(authorities));
        }

        /** The key as GM/T 0015-2023 also writes it. */
        public Draft keyOf2023() {
            keyForm = new AlgorithmIdentifier(Sm2.CURVE);
            return this;
        }

        public Draft purposes(boolean critical, KeyPurposeId... purposes) {
            return with(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
        }

        public Draft demanding(String extension) {
            return with(new ASN1ObjectIdentifier(extension), DERNull.INSTANCE);
        }

        /** Where its issuer hands out the list: any of these addresses. */
        public Draft listAt(String... addresses) {
            return points(new DistributionPoint(names(addresses), null, null));
        }

        Draft points(DistributionPoint... points) {
            return with(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
        }

        static DistributionPointName names(String... addresses) {
            return new DistributionPointName(new GeneralNames(Arrays.stream(addresses)
                    .map(address -> new GeneralName(GeneralName.uniformResourceIdentifier, address))
                    .toArray(GeneralName[]::new)));
        }

        public SigningKey issue() {
            return new SigningKey(key, chain());
        }

        public TestAuthority authority() {
            return new TestAuthority(now, key, chain());
        }

        Draft with(ASN1ObjectIdentifier extension, ASN1Encodable value) {
            return with(extension, true, value);
        }

        private Draft with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
            try {
                extensions.add(Extension.create(extension, critical, value));
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<Sm2Certificate> chain() {
            List<Sm2Certificate> chain = new ArrayList<>(List.of(Sm2Certificate.of(signed())));
            if (issuer != null) {
                chain.addAll(issuer.chain);
            }
            return chain;
        }

        private byte[] signed() {
            X509v3CertificateBuilder certificate = new X509v3CertificateBuilder(
                    issuer == null ? subject : issuer.certificate().subjectName(),
                    serial,
                    Date.from(from),
                    Date.from(until),
                    subject,
                    new SubjectPublicKeyInfo(keyForm, publicKey(key).getEncoded(false)));
            try {
                if (usage != 0) {
                    certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                for (Extension extension : extensions) {
                    certificate.addExtension(extension);
                }
                return certificate
                        .build(new Signer(issuer == null ? key : issuer.key))
                        .getEncoded();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static ECPrivateKeyParameters newKey() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2.DOMAIN, RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return (ECPrivateKeyParameters) pair.getPrivate();
    }

    static ECPoint publicKey(ECPrivateKeyParameters key) {
        return new ECPublicKeyParameters(Sm2.DOMAIN.getG().multiply(key.getD()), Sm2.DOMAIN).getQ();
    }

    /** BouncyCastle's own signature, so that what we verify was not made by us. */
    static byte[] signature(ECPrivateKeyParameters key, byte[] content) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, key);
        signer.update(content, 0, content.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Signer(ECPrivateKeyParameters key, ByteArrayOutputStream content) implements ContentSigner {

        Signer(ECPrivateKeyParameters key) {
            this(key, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(Oid.SM2_WITH_SM3.identifier());
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return signature(key, content.toByteArray());
        }
    }
}
