package org.dianqiao.trust;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.pkcs.SecretBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Secret keys as keytool puts them into PKCS#12 too: dressed as a private key, encrypted, with a friendly name. */
final class SecretBags {

    private static final int ITERATIONS = 10_000;

    private SecretBags() {}

    /** Absent: a bag with something else in it. */
    static Optional<NamedSecret> read(PKCS12SafeBag bag, InputDecryptorProvider decryptor)
            throws PKCSException, IOException {
        if (!PKCSObjectIdentifiers.secretBag.equals(bag.getType())) {
            return Optional.empty();
        }
        SecretBag secret = SecretBag.getInstance(bag.toASN1Structure().getBagValue());
        if (!PKCSObjectIdentifiers.pkcs8ShroudedKeyBag.equals(secret.getSecretTypeId())) {
            return Optional.empty();
        }
        byte[] encrypted = ASN1OctetString.getInstance(secret.getSecretValue()).getOctets();
        PrivateKeyInfo key = new PKCS8EncryptedPrivateKeyInfo(encrypted).decryptPrivateKeyInfo(decryptor);
        return Optional.of(new NamedSecret(name(bag), key.getPrivateKey().getOctets()));
    }

    static ContentInfo write(NamedSecret secret, char[] password) throws IOException, PKCSException {
        AlgorithmIdentifier sm4 = new AlgorithmIdentifier(GMObjectIdentifiers.sms4_ecb);
        byte[] encrypted = new PKCS8EncryptedPrivateKeyInfoBuilder(new PrivateKeyInfo(sm4, secret.key()))
                .build(encryptor(password))
                .getEncoded();
        SecretBag bag = new SecretBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, new DEROctetString(encrypted));
        Attribute name =
                new Attribute(PKCS12SafeBag.friendlyNameAttribute, new DERSet(new DERBMPString(secret.name())));
        return content(List.of(new SafeBag(PKCSObjectIdentifiers.secretBag, bag, new DERSet(name))));
    }

    static ContentInfo content(List<SafeBag> bags) throws IOException {
        byte[] safe = new DERSequence(bags.toArray(SafeBag[]::new)).getEncoded(ASN1Encoding.DER);
        return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(safe));
    }

    private static OutputEncryptor encryptor(char[] password) throws PKCSException {
        try {
            return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(Pkcs12File.PROVIDER)
                    .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                    .setIterationCount(ITERATIONS)
                    .build(password);
        } catch (OperatorCreationException e) {
            throw new PKCSException("a secret key cannot be encrypted", e);
        }
    }

    private static String name(PKCS12SafeBag bag) {
        Attribute[] attributes = bag.getAttributes();
        return Stream.of(attributes == null ? new Attribute[0] : attributes)
                .filter(one -> PKCS12SafeBag.friendlyNameAttribute.equals(one.getAttrType()))
                .map(one -> ((ASN1String) one.getAttrValues().getObjectAt(0)).getString())
                .findFirst()
                .orElse("");
    }
}
