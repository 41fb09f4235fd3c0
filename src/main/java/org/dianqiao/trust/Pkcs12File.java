package org.dianqiao.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/** What stands in a PKCS#12 file, bag by bag. What is not looked into is kept as it is, byte for byte. */
record Pkcs12File(List<ContentInfo> contents, char[] password) {

    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final int ITERATIONS = 10_000;

    Pkcs12File {
        contents = List.copyOf(contents);
    }

    static Pkcs12File read(Path file, char[] password) throws IOException, PKCSException {
        PKCS12PfxPdu store = new PKCS12PfxPdu(Files.readAllBytes(file));
        boolean untouched = store.hasMac()
                && store.isMacValid(new JcePKCS12MacCalculatorBuilderProvider().setProvider(PROVIDER), password);
        Fields.require(untouched, "the password is wrong or the file was changed");
        return new Pkcs12File(List.of(store.getContentInfos()), password);
    }

    InputDecryptorProvider decryptor() {
        return new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(PROVIDER)
                .build(password);
    }

    List<PKCS12SafeBag> bags() throws PKCSException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (ContentInfo content : contents) {
            bags.addAll(bags(content));
        }
        return bags;
    }

    List<PKCS12SafeBag> bags(ContentInfo content) throws PKCSException {
        PKCS12SafeBagFactory factory =
                encrypted(content) ? new PKCS12SafeBagFactory(content, decryptor()) : new PKCS12SafeBagFactory(content);
        return List.of(factory.getSafeBags());
    }

    static boolean encrypted(ContentInfo content) {
        return PKCSObjectIdentifiers.encryptedData.equals(content.getContentType());
    }

    byte[] toBytes() throws IOException, PKCSException {
        AuthenticatedSafe safe = new AuthenticatedSafe(contents.toArray(ContentInfo[]::new));
        byte[] bytes = safe.getEncoded(ASN1Encoding.DER);
        ContentInfo whole = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(bytes));
        return new Pfx(whole, mac(bytes)).getEncoded(ASN1Encoding.DER);
    }

    private MacData mac(byte[] bytes) throws IOException, PKCSException {
        JcePKCS12MacCalculatorBuilder builder = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                .setProvider(PROVIDER)
                .setIterationCount(ITERATIONS);
        try {
            MacCalculator calculator = builder.build(password);
            try (OutputStream out = calculator.getOutputStream()) {
                out.write(bytes);
            }
            PKCS12PBEParams used = PKCS12PBEParams.getInstance(
                    calculator.getAlgorithmIdentifier().getParameters());
            DigestInfo digest = new DigestInfo(builder.getDigestAlgorithmIdentifier(), calculator.getMac());
            return new MacData(digest, used.getIV(), used.getIterations().intValueExact());
        } catch (OperatorCreationException e) {
            throw new PKCSException("no MAC", e);
        }
    }
}
