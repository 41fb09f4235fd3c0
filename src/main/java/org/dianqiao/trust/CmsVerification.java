package org.dianqiao.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Lets BouncyCastle ask our certificates whether a signature holds: it does not know all forms of their keys. */
record CmsVerification(Sm2Certificate signer, X509CertificateHolder holder) implements ContentVerifierProvider {

    private static final AlgorithmIdentifier SM2 = new AlgorithmIdentifier(Oid.SM2_WITH_SM3.identifier());

    static SignerInformationVerifier by(Sm2Certificate signer) throws IOException {
        return new SignerInformationVerifier(
                (digest, signature) -> "SM3withSM2",
                name -> SM2,
                new CmsVerification(signer, new X509CertificateHolder(signer.der())),
                new BcDigestCalculatorProvider());
    }

    @Override
    public boolean hasAssociatedCertificate() {
        return true;
    }

    @Override
    public X509CertificateHolder getAssociatedCertificate() {
        return holder;
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return new ContentVerifier() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return algorithm;
            }

            @Override
            public OutputStream getOutputStream() {
                return content;
            }

            @Override
            public boolean verify(byte[] signature) {
                return signer.verifies(content.toByteArray(), signature);
            }
        };
    }
}
