package org.dianqiao.sandbox.outside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whether a caller has signed what it says in SOAP, just now. */
public record CallersSoap(SoapKeys keys, Clock clock) {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** What is wrong with it. */
    public Optional<String> objection(byte[] envelope) {
        try {
            Document document = Soap.document(new InputSource(new ByteArrayInputStream(envelope)), true);
            Element body = only(document, Soap.ENVELOPE, "Body");
            Element time = only(document, SignedSoap.WSU, "Timestamp");
            if (!isSigned(only(document, XMLSignature.XMLNS, "Signature"), body, time)) {
                return Optional.of("签名验证不通过");
            }
            Instant created =
                    Instant.parse(only(document, SignedSoap.WSU, "Created").getTextContent());
            boolean fresh = Duration.between(created, clock.instant()).abs().compareTo(WINDOW) <= 0;
            return fresh ? Optional.empty() : Optional.of("时间戳相差超过 5 分钟");
        } catch (SAXException | IOException | MarshalException | XMLSignatureException | DateTimeException e) {
            return Optional.of("缺少签名或时间戳");
        }
    }

    private boolean isSigned(Element element, Element body, Element time)
            throws MarshalException, XMLSignatureException {
        DOMValidateContext context = new DOMValidateContext(keys.caller().getPublicKey(), element);
        context.setIdAttributeNS(body, SignedSoap.WSU, "Id");
        context.setIdAttributeNS(time, SignedSoap.WSU, "Id");
        XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        boolean both = covers(signature, body) && covers(signature, time);
        return both && signature.validate(context);
    }

    private static boolean covers(XMLSignature signature, Element element) {
        String id = "#" + element.getAttributeNS(SignedSoap.WSU, "Id");
        return signature.getSignedInfo().getReferences().stream().anyMatch(reference -> id.equals(reference.getURI()));
    }

    private static Element only(Document document, String namespace, String name) throws SAXException {
        var found = document.getElementsByTagNameNS(namespace, name);
        if (found.getLength() != 1) {
            throw new SAXException("one " + name + " is expected");
        }
        return (Element) found.item(0);
    }
}
