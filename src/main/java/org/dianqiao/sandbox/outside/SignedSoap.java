package org.dianqiao.sandbox.outside;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Signs SOAP messages (WS-Security) as their supplier does: each signed element declares its own prefixes, so that it is
 * its own canonical form.
 */
public record SignedSoap(SoapKeys keys, Faults faults, Clock clock) {

    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String TOKEN =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration LONG_AGO = Duration.ofHours(1);

    /** Around what an operation carries, spoilt as the faults will have it. */
    public String envelope(String content) {
        if (faults.has(Fault.UNSIGNED)) {
            return Soap.envelope(content);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant created = faults.has(Fault.STALE_TIMESTAMP) ? now.minus(LONG_AGO) : now;
        String body = "<soap:Body xmlns:soap=\"" + Soap.ENVELOPE + "\" xmlns:wsu=\"" + WSU + "\" wsu:Id=\"body\">"
                + content + "</soap:Body>";
        String header = "<soap:Header>" + security(body, created) + "</soap:Header>";
        return "<soap:Envelope xmlns:soap=\"" + Soap.ENVELOPE + "\">"
                + (faults.has(Fault.SWAPPED_PARTS) ? body + header : header + body) + "</soap:Envelope>";
    }

    private String security(String body, Instant created) {
        String time = "<wsu:Timestamp xmlns:wsu=\"" + WSU + "\" wsu:Id=\"time\"><wsu:Created>" + created
                + "</wsu:Created><wsu:Expires>" + created.plus(GOOD_FOR) + "</wsu:Expires></wsu:Timestamp>";
        String signed = "<ds:SignedInfo xmlns:ds=\"" + DSIG + "\">" + empty("CanonicalizationMethod", EXCLUSIVE)
                + empty("SignatureMethod", ECDSA) + reference("time", time) + reference("body", body)
                + "</ds:SignedInfo>";
        return "<wsse:Security xmlns:wsse=\"" + WSSE
                + "\" soap:mustUnderstand=\"1\"><wsse:BinarySecurityToken xmlns:wsu=\""
                + WSU + "\" wsu:Id=\"token\" ValueType=\"" + TOKEN + "\">" + certificate()
                + "</wsse:BinarySecurityToken>" + time + "<ds:Signature xmlns:ds=\"" + DSIG + "\">" + signed
                + "<ds:SignatureValue>" + signature(signed) + "</ds:SignatureValue><ds:KeyInfo>"
                + "<wsse:SecurityTokenReference><wsse:Reference URI=\"#token\" ValueType=\"" + TOKEN
                + "\"/></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature></wsse:Security>";
    }

    private static String empty(String name, String algorithm) {
        return "<ds:" + name + " Algorithm=\"" + algorithm + "\"></ds:" + name + ">";
    }

    private static String reference(String id, String canonical) {
        return "<ds:Reference URI=\"#" + id + "\"><ds:Transforms>" + empty("Transform", EXCLUSIVE)
                + "</ds:Transforms>" + empty("DigestMethod", SHA256) + "<ds:DigestValue>" + digest(canonical)
                + "</ds:DigestValue></ds:Reference>";
    }

    private static String digest(String text) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signature(String text) {
        try {
            Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
            ecdsa.initSign(keys.key());
            ecdsa.update(text.getBytes(StandardCharsets.UTF_8));
            return base64(ecdsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String certificate() {
        try {
            return base64(keys.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
