package org.dianqiao.sandbox.marketing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.connector.wssecurity.Supplier;

/** A signed envelope as its characters, and the keys that the marketing system keeps for both sides. */
record SoapPaper(X509Certificate signer, String text) {

    static SoapPaper of(Path folder, String text) throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(folder.resolve("soap/system.pem"))) {
            return new SoapPaper(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file), text);
        }
    }

    /** What it hands out to whoever is to call it. */
    static Supplier caller(Path folder) throws IOException, GeneralSecurityException {
        char[] password =
                Files.readString(folder.resolve("soap/password")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve("soap/gateway.p12"))) {
            store.load(file, password);
        }
        String alias = store.aliases().nextElement();
        return new Supplier((PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
    }

    /** Body and time stamp: each declares its own prefixes, and so is its own canonical form. */
    void assertSigned(Instant now) throws GeneralSecurityException {
        assertThat(element("ds:SignedInfo")).contains(digest(element("soap:Body")), digest(element("wsu:Timestamp")));
        assertThat(text).contains("<wsu:Created>" + now + "</wsu:Created>");
        Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
        ecdsa.initVerify(signer.getPublicKey());
        ecdsa.update(element("ds:SignedInfo").getBytes(UTF_8));
        assertThat(ecdsa.verify(Base64.getDecoder().decode(inside("ds:SignatureValue"))))
                .isTrue();
    }

    private static String digest(String element) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(element.getBytes(UTF_8));
        return "<ds:DigestValue>" + Base64.getEncoder().encodeToString(digest) + "</ds:DigestValue>";
    }

    private String element(String name) {
        return found("<" + name + "[ >].*</" + name + ">").group();
    }

    private String inside(String name) {
        return found("<" + name + ">(.*)</" + name + ">").group(1);
    }

    private Matcher found(String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found;
    }
}
