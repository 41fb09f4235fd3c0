package org.dianqiao.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.jspecify.annotations.Nullable;

/** An authority's answer to a question for a time stamp, before it is signed: right unless told otherwise. */
public final class StampDraft {

    private static final Extension PURPOSE;

    static {
        try {
            PURPOSE = Extension.create(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final TimeStampRequest question;
    private final Sm2Certificate certificate;
    private final List<X509CertificateHolder> along = new ArrayList<>();
    private SigningKey signer;
    private Instant time;
    private int accuracySeconds;
    private byte[] imprint;
    private BigInteger nonce;
    private ASN1ObjectIdentifier policy = new ASN1ObjectIdentifier("1.2.156.99.1");
    private ASN1ObjectIdentifier nameBy = TSPAlgorithms.SM3;
    private @Nullable AlgorithmIdentifier signature;

    public StampDraft(byte[] question, SigningKey authority, Instant now) {
        try {
            this.question = new TimeStampRequest(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.certificate = authority.certificate();
        this.signer = authority;
        this.time = now;
        this.imprint = this.question.getMessageImprintDigest();
        this.nonce = this.question.getNonce();
        along(certificate);
    }

    public StampDraft at(Instant given) {
        time = given;
        return this;
    }

    /** How wrong the authority says that its time may be. */
    public StampDraft accuracy(int seconds) {
        accuracySeconds = seconds;
        return this;
    }

    public StampDraft nonce(BigInteger other) {
        nonce = other;
        return this;
    }

    public StampDraft imprint(byte[] digest) {
        imprint = digest;
        return this;
    }

    public StampDraft policy(String other) {
        policy = new ASN1ObjectIdentifier(other);
        return this;
    }

    /** With a key that is not that of the certificate. */
    public StampDraft signedBy(SigningKey other) {
        signer = other;
        return this;
    }

    /** The certificate's digest in the signed part by another algorithm than SM3. */
    public StampDraft nameBy(ASN1ObjectIdentifier digest) {
        nameBy = digest;
        return this;
    }

    /** What is said of how it is signed. */
    public StampDraft signature(ASN1ObjectIdentifier algorithm) {
        signature = new AlgorithmIdentifier(algorithm);
        return this;
    }

    public StampDraft along(Sm2Certificate other) {
        try {
            along.add(new X509CertificateHolder(other.der()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StampDraft withoutCertificates() {
        along.clear();
        return this;
    }

    public byte[] answer() {
        try {
            return new TimeStampResponseGenerator(tokens(), Set.of(TSPAlgorithms.SM3.getId()))
                    .generateGrantedResponse(asIfAsked(), BigInteger.TEN, Date.from(time))
                    .getEncoded();
        } catch (IOException | TSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] refusal() {
        return refusal("今日不办理");
    }

    public byte[] refusal(String reason) {
        try {
            return new TimeStampResponseGenerator(tokens(), Set.of(TSPAlgorithms.SM3.getId()))
                    .generateRejectedResponse(new TSPException(reason))
                    .getEncoded();
        } catch (IOException | TSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private TimeStampRequest asIfAsked() {
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        return other.generate(question.getMessageImprintAlgOID(), imprint, nonce);
    }

    private TimeStampTokenGenerator tokens() throws TSPException, OperatorCreationException, IOException {
        BcDigestCalculatorProvider digests = new BcDigestCalculatorProvider();
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new SignerInfoGeneratorBuilder(digests)
                        .setContentDigest(new AlgorithmIdentifier(TSPAlgorithms.SM3))
                        .build(new Signer(), new SeeminglyRight(certificate.der())),
                digests.get(new AlgorithmIdentifier(nameBy)),
                policy);
        tokens.setAccuracySeconds(accuracySeconds);
        tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
        tokens.addCertificates(new CollectionStore<>(along));
        return tokens;
    }

    /** BouncyCastle gives no stamp with a certificate for other purposes; somebody else's program may. */
    private static final class SeeminglyRight extends X509CertificateHolder {

        SeeminglyRight(byte[] der) throws IOException {
            super(der);
        }

        @Override
        public Extension getExtension(ASN1ObjectIdentifier identifier) {
            return identifier.equals(Extension.extendedKeyUsage) ? PURPOSE : super.getExtension(identifier);
        }
    }

    private final class Signer implements ContentSigner {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return signature == null ? new AlgorithmIdentifier(Oid.SM2_WITH_SM3.identifier()) : signature;
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return signer.sign(content.toByteArray());
        }
    }
}
