package org.dianqiao.connector.wssecurity;

import static org.dianqiao.connector.wssecurity.Unproven.because;
import static org.dianqiao.connector.wssecurity.Unproven.unless;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.codes.SoapEnvelope;
import org.w3c.dom.Element;

/** Who signed a SOAP message, and when. A Refused says what is wrong with it. */
public final class SoapSignature {

    private static final String SECURE = "org.jcp.xml.dsig.secureValidation";

    private SoapSignature() {}

    /**
     * That a message is by a partner.
     *
     * @param once the same of every message that says the same at the same time, however its signature is written
     */
    public record Proof(Instant created, String once) {}

    public static Proof check(byte[] message, List<X509Certificate> registered, Instant now, Duration window) {
        SoapEnvelope envelope = envelope(message);
        SecurityHeader security = SecurityHeader.of(envelope);
        SignedParts.check(security.signature(), envelope.body(), security.timestamp());
        Element keyInfo = SoapEnvelope.children(security.signature()).get(2);
        X509Certificate signer = new KeyReference(keyInfo, security.token()).among(registered);
        mustBeInForce(signer, now);
        String once = holds(security, envelope.body(), signer);
        Timestamp timestamp = Timestamp.of(security.timestamp());
        timestamp.mustBeFresh(now, window);
        return new Proof(timestamp.created(), once);
    }

    private static SoapEnvelope envelope(byte[] message) {
        try {
            return SoapEnvelope.read(message);
        } catch (MappingFault fault) {
            throw because(fault.zh());
        }
    }

    private static void mustBeInForce(X509Certificate signer, Instant now) {
        try {
            signer.checkValidity(Date.from(now));
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw because("签名所用的证书不在有效期内");
        }
    }

    private static String holds(SecurityHeader security, Element body, X509Certificate signer) {
        DOMValidateContext context = new DOMValidateContext(signer.getPublicKey(), security.signature());
        context.setProperty(SECURE, true);
        context.setIdAttributeNS(body, Names.WSU, "Id");
        context.setIdAttributeNS(security.timestamp(), Names.WSU, "Id");
        try {
            XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            unless(signature.validate(context), "签名与 Body、Timestamp 不符");
            return once(signature);
        } catch (MarshalException | XMLSignatureException e) {
            throw because("签名不能验证");
        }
    }

    /** Of the digests: there is more than one signature over them, and more than one way to write each. */
    private static String once(XMLSignature signature) {
        SortedMap<String, byte[]> digests = new TreeMap<>();
        for (Reference reference : signature.getSignedInfo().getReferences()) {
            digests.put(HexFormat.of().formatHex(reference.getDigestValue()), reference.getDigestValue());
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            digests.values().forEach(sha256::update);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
