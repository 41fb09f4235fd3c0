package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECPoint;

/** A partner who signs: its id, its SM2 key, its certificate. */
public final class Identity {

    private final String id;
    private final Signatory signatory;
    private final ThreadLocal<SM2Signer> signer;

    private Identity(String id, ECPrivateKeyParameters key, Signatory signatory) {
        this.id = id;
        this.signatory = signatory;
        this.signer = ThreadLocal.withInitial(() -> signer(key));
    }

    /** From `certificate.pem` and `key.pem` in a folder. */
    public static Identity open(String id, Path folder) throws IOException {
        return open(id, folder.resolve("key.pem"), folder.resolve("certificate.pem"));
    }

    public static Identity open(String id, Path key, Path certificate) throws IOException {
        return of(id, key(Pem.key(key).getEncoded(), key.toString()), Pem.certificate(certificate));
    }

    /** From the one key of a PKCS#12 file. */
    public static Identity open(String id, Path keystore, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
            store.load(in, password);
            String alias = onlyKey(store, keystore);
            Key key = store.getKey(alias, password);
            Certificate certificate = store.getCertificate(alias);
            return of(
                    id,
                    key(key.getEncoded(), keystore.toString()),
                    new X509CertificateHolder(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(keystore + " cannot be opened: " + e.getMessage(), e);
        }
    }

    static Identity of(String id, ECPrivateKeyParameters key, X509CertificateHolder certificate) throws IOException {
        if (!matches(key, certificate)) {
            throw new IOException("the key of " + id + " is not the key of its certificate");
        }
        return new Identity(id, key, Signatory.of(certificate));
    }

    public String id() {
        return id;
    }

    public X509CertificateHolder certificate() {
        return signatory.certificate();
    }

    /** The same one with a key that is not its own: what it signs looks right and does not hold. */
    Identity withKey(ECPrivateKeyParameters other) {
        return new Identity(id, other, signatory);
    }

    /** The SignedData over these bytes, as the protocol emits it. */
    public byte[] seal(byte[] content) {
        return signatory.around(sign(content));
    }

    private byte[] sign(byte[] content) {
        SM2Signer sm2 = signer.get();
        sm2.update(content, 0, content.length);
        try {
            return sm2.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("no signature by the key of " + id, e);
        }
    }

    private static SM2Signer signer(ECPrivateKeyParameters key) {
        SM2Signer sm2 = new SM2Signer();
        sm2.init(true, new ParametersWithRandom(key, new SecureRandom()));
        return sm2;
    }

    private static String onlyKey(KeyStore store, Path keystore) throws GeneralSecurityException, IOException {
        List<String> aliases = Collections.list(store.aliases());
        for (String alias : aliases) {
            if (store.isKeyEntry(alias)) {
                return alias;
            }
        }
        throw new IOException(keystore + " holds no private key");
    }

    private static ECPrivateKeyParameters key(byte[] pkcs8, String source) throws IOException {
        if (PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(pkcs8)) instanceof ECPrivateKeyParameters key) {
            return key;
        }
        throw new IOException(source + " is not an SM2 key");
    }

    static boolean matches(ECPrivateKeyParameters key, X509CertificateHolder certificate) throws IOException {
        BigInteger secret = key.getD();
        ECPoint point = key.getParameters().getG().multiply(secret);
        return PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo()) instanceof ECPublicKeyParameters own
                && own.getQ().equals(point);
    }
}
