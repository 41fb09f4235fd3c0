package org.dianqiao.connector.wssecurity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.dianqiao.codes.SoapEnvelope;
import org.dianqiao.partner.SoapKeys;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs a SOAP message of ours: its body, and from when to when it is good. Our certificate goes with it. */
public final class SoapSigner {

    private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

    private final SoapKeys keys;
    private final Document document;
    private final Element body;

    private SoapSigner(SoapKeys keys, SoapEnvelope envelope) {
        this.keys = keys;
        this.document = envelope.document();
        this.body = envelope.body();
    }

    /** `message`: without a header. */
    public static byte[] sign(byte[] message, SoapKeys keys, Instant now, Duration life) {
        SoapSigner signer = new SoapSigner(keys, SoapEnvelope.read(message));
        try {
            return signer.signed(now.truncatedTo(ChronoUnit.MILLIS), life);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | TransformerException e) {
            throw new IllegalStateException("it cannot be signed", e);
        }
    }

    private byte[] signed(Instant now, Duration life)
            throws GeneralSecurityException, MarshalException, XMLSignatureException, TransformerException {
        Element security = security();
        Element token = token(security);
        Element timestamp = timestamp(security, now, now.plus(life));
        DOMSignContext context = new DOMSignContext(keys.key(), security);
        context.setDefaultNamespacePrefix("ds");
        context.setIdAttributeNS(identified(body, "body"), Names.WSU, "Id");
        context.setIdAttributeNS(identified(timestamp, "time"), Names.WSU, "Id");
        SIGNATURES
                .newXMLSignature(signedInfo(), keyInfo(identified(token, "certificate")))
                .sign(context);
        return bytes();
    }

    /** The prefixes are declared as attributes: what is digested must be what is written. */
    private Element security() {
        Element root = document.getDocumentElement();
        root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsse", Names.WSSE);
        root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsu", Names.WSU);
        Element header = document.createElementNS(body.getNamespaceURI(), body.getPrefix() + ":Header");
        root.insertBefore(header, root.getFirstChild());
        Element security = add(header, Names.WSSE, "wsse:Security");
        security.setAttributeNS(body.getNamespaceURI(), body.getPrefix() + ":mustUnderstand", "1");
        return security;
    }

    private Element token(Element security) throws GeneralSecurityException {
        Element token = add(security, Names.WSSE, "wsse:BinarySecurityToken");
        token.setAttribute("EncodingType", Names.BASE64);
        token.setAttribute("ValueType", Names.X509);
        token.setTextContent(
                Base64.getEncoder().encodeToString(keys.certificate().getEncoded()));
        return token;
    }

    private Element timestamp(Element security, Instant created, Instant expires) {
        Element timestamp = add(security, Names.WSU, "wsu:Timestamp");
        add(timestamp, Names.WSU, "wsu:Created").setTextContent(created.toString());
        add(timestamp, Names.WSU, "wsu:Expires").setTextContent(expires.toString());
        return timestamp;
    }

    private static Element identified(Element element, String id) {
        element.setAttributeNS(Names.WSU, "wsu:Id", id);
        return element;
    }

    private SignedInfo signedInfo() throws GeneralSecurityException {
        boolean rsa = keys.key().getAlgorithm().equals("RSA");
        return SIGNATURES.newSignedInfo(
                SIGNATURES.newCanonicalizationMethod(Names.EXCLUSIVE, (C14NMethodParameterSpec) null),
                SIGNATURES.newSignatureMethod(rsa ? Names.RSA : Names.ECDSA, null),
                List.of(reference("#time"), reference("#body")));
    }

    private static Reference reference(String uri) throws GeneralSecurityException {
        return SIGNATURES.newReference(
                uri,
                SIGNATURES.newDigestMethod(Names.SHA256, null),
                List.of(SIGNATURES.newTransform(Names.EXCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
    }

    private KeyInfo keyInfo(Element token) {
        Element holder = document.createElementNS(Names.WSSE, "wsse:SecurityTokenReference");
        Element reference = add(holder, Names.WSSE, "wsse:Reference");
        reference.setAttribute("URI", "#" + SecurityHeader.id(token));
        reference.setAttribute("ValueType", Names.X509);
        XMLStructure written = new DOMStructure(holder);
        return SIGNATURES.getKeyInfoFactory().newKeyInfo(List.of(written));
    }

    private Element add(Element parent, String namespace, String name) {
        Element element = document.createElementNS(namespace, name);
        parent.appendChild(element);
        return element;
    }

    private byte[] bytes() throws TransformerException {
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
        document.setXmlStandalone(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
