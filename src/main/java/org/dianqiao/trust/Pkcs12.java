package org.dianqiao.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * A key store file with one signing key in it, and perhaps one for encryption, as BouncyCastle and OpenSSL write it.
 *
 * <p>Read bag by bag and not through java.security.KeyStore, which gives up on certificates whose public key it does
 * not recognise. Whose certificate the key's is, and which vouch for that one, the keys and signatures tell.
 */
final class Pkcs12 {

    private final InputDecryptorProvider decryptor;
    private final List<ECPrivateKeyParameters> keys = new ArrayList<>();
    private final List<Sm2Certificate> certificates = new ArrayList<>();

    private Pkcs12(InputDecryptorProvider decryptor) {
        this.decryptor = decryptor;
    }

    static SigningKey open(Path file, char[] password) {
        try {
            return read(file, password).key();
        } catch (IOException | PKCSException | RuntimeException e) {
            throw cannotBeOpened(file, e);
        }
    }

    static List<ECPrivateKeyParameters> keys(Path file, char[] password) {
        try {
            return read(file, password).keys;
        } catch (IOException | PKCSException | RuntimeException e) {
            throw cannotBeOpened(file, e);
        }
    }

    private static IllegalArgumentException cannotBeOpened(Path file, Exception e) {
        return new IllegalArgumentException(file + " cannot be opened: " + e.getMessage(), e);
    }

    private static Pkcs12 read(Path file, char[] password) throws PKCSException, IOException {
        Pkcs12File store = Pkcs12File.read(file, password);
        Pkcs12 read = new Pkcs12(store.decryptor());
        for (PKCS12SafeBag bag : store.bags()) {
            read.take(bag);
        }
        return read;
    }

    private SigningKey key() {
        List<ECPrivateKeyParameters> signing =
                keys.stream().filter(key -> !encryptsOnly(key)).toList();
        Fields.require(signing.size() == 1, "it holds " + signing.size() + " keys, not one");
        return new SigningKey(signing.get(0), chain(signing.get(0)));
    }

    /** The half of a pair that lies in escrow with the key centre must not sign. */
    private boolean encryptsOnly(ECPrivateKeyParameters key) {
        return certificates.stream()
                .anyMatch(one -> one.isOf(key.getD()) && one.use().encrypts());
    }

    private void take(PKCS12SafeBag bag) throws PKCSException, IOException {
        if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            take(encrypted.decryptPrivateKeyInfo(decryptor));
        } else if (bag.getBagValue() instanceof PrivateKeyInfo key) {
            take(key);
        } else if (bag.getBagValue() instanceof X509CertificateHolder certificate) {
            certificates.add(Sm2Certificate.of(certificate.getEncoded()));
        }
    }

    private void take(PrivateKeyInfo info) throws IOException {
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(info);
        Fields.require(key instanceof ECPrivateKeyParameters, "its key is no SM2 key");
        keys.add((ECPrivateKeyParameters) key);
    }

    private List<Sm2Certificate> chain(ECPrivateKeyParameters key) {
        List<Sm2Certificate> chain = new ArrayList<>();
        Optional<Sm2Certificate> next =
                certificates.stream().filter(one -> one.isOf(key.getD())).findFirst();
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = certificates.stream().filter(next.get()::issuedBy).findFirst();
        }
        Fields.require(!chain.isEmpty(), "it holds no certificate of its key");
        return chain;
    }
}
