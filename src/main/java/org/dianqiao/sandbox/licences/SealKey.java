package org.dianqiao.sandbox.licences;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The key that seals the licences, and its certificate. */
public record SealKey(ECPrivateKeyParameters key, X509CertificateHolder certificate) {

    byte[] sign(byte[] content) {
        SM2Signer sm2 = new SM2Signer();
        sm2.init(true, key);
        sm2.update(content, 0, content.length);
        try {
            return sm2.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
