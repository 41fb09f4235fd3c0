package org.dianqiao.connector.wssecurity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signed SOAP message as text. Each signed element declares all the prefixes that it uses, in their order, so that it is
 * its own canonical form: no XML library has a part in this, and none of ours.
 */
public final class Handwritten {

    public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String X509 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0";

    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private final Supplier supplier;
    private String version = SOAP;
    private String body;
    private String timestamp;
    private String references = "";
    private String keyInfo;

    public Handwritten(Supplier supplier, String content, Instant created) {
        this.supplier = supplier;
        this.body = body("b-1", content);
        this.timestamp = timestamp(created, created.plus(Duration.ofMinutes(5)));
        this.keyInfo = "<wsse:Reference URI=\"#x-1\" ValueType=\"" + X509 + "#X509v3\"/>";
    }

    public static String body(String id, String content) {
        return "<soap:Body xmlns:soap=\"" + SOAP + "\" xmlns:wsu=\"" + WSU + "\" wsu:Id=\"" + id + "\">" + content
                + "</soap:Body>";
    }

    static String timestamp(Instant created, Instant expires) {
        return "<wsu:Timestamp xmlns:wsu=\"" + WSU + "\" wsu:Id=\"t-1\"><wsu:Created>"
                + created.truncatedTo(ChronoUnit.MILLIS) + "</wsu:Created><wsu:Expires>"
                + expires.truncatedTo(ChronoUnit.MILLIS) + "</wsu:Expires></wsu:Timestamp>";
    }

    Handwritten times(Instant created, Instant expires) {
        timestamp = timestamp(created, expires);
        return this;
    }

    public Handwritten inTheLaterVersion() {
        version = SOAP_12;
        body = body.replace(SOAP, SOAP_12);
        return this;
    }

    /** In place of the two usual ones. */
    Handwritten references(String... written) {
        references = String.join("", written);
        return this;
    }

    Handwritten byKeyIdentifier() {
        byte[] extension = supplier.certificate().getExtensionValue("2.5.29.14");
        keyInfo = "<wsse:KeyIdentifier ValueType=\"" + X509 + "#X509SubjectKeyIdentifier\">"
                + base64(Arrays.copyOfRange(extension, 4, extension.length)) + "</wsse:KeyIdentifier>";
        return this;
    }

    static String reference(String uri, String canonical) {
        return reference(uri, canonical, "<ds:Transform Algorithm=\"" + EXCLUSIVE + "\"></ds:Transform>");
    }

    static String reference(String uri, String canonical, String transforms) {
        return "<ds:Reference URI=\"" + uri + "\"><ds:Transforms>" + transforms
                + "</ds:Transforms><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">"
                + "</ds:DigestMethod><ds:DigestValue>" + base64(sha256(canonical))
                + "</ds:DigestValue></ds:Reference>";
    }

    String bodyReference() {
        return reference("#b-1", body);
    }

    String timeReference() {
        return reference("#t-1", timestamp);
    }

    private String signedInfo() {
        return "<ds:SignedInfo xmlns:ds=\"" + DSIG + "\"><ds:CanonicalizationMethod Algorithm=\"" + EXCLUSIVE
                + "\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"" + method()
                + "\"></ds:SignatureMethod>"
                + (references.isEmpty() ? bodyReference() + timeReference() : references) + "</ds:SignedInfo>";
    }

    private String method() {
        return "http://www.w3.org/2001/04/xmldsig-more#" + (supplier.isRsa() ? "rsa-sha256" : "ecdsa-sha256");
    }

    public String text() {
        String info = signedInfo();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope xmlns:soap=\"" + version
                + "\"><soap:Header><wsse:Security xmlns:wsse=\"" + WSSE + "\" soap:mustUnderstand=\"1\">" + token()
                + timestamp + "<ds:Signature xmlns:ds=\"" + DSIG + "\">" + info + "<ds:SignatureValue>"
                + base64(signature(info)) + "</ds:SignatureValue><ds:KeyInfo><wsse:SecurityTokenReference>" + keyInfo
                + "</wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature></wsse:Security></soap:Header>" + body
                + "</soap:Envelope>";
    }

    private String token() {
        return keyInfo.contains("KeyIdentifier")
                ? ""
                : "<wsse:BinarySecurityToken xmlns:wsu=\"" + WSU
                        + "\" wsu:Id=\"x-1\" ValueType=\"" + X509 + "#X509v3\">" + certificate()
                        + "</wsse:BinarySecurityToken>";
    }

    private String certificate() {
        try {
            return base64(supplier.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] bytes() {
        return text().getBytes(UTF_8);
    }

    private byte[] signature(String signed) {
        try {
            Signature signature =
                    Signature.getInstance(supplier.isRsa() ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(supplier.key());
            signature.update(signed.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
