package org.dianqiao.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A SOAP message by where its parts stand: an envelope with at most a header, then a body, and nothing else. Whoever says
 * what a message is, and whoever says who signed it, must mean the same body.
 */
public final class SoapEnvelope {

    public static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final Set<String> VERSIONS = Set.of(SOAP_11, SOAP_12);

    private final Document document;
    private final @Nullable Element header;
    private final Element body;

    private SoapEnvelope(Document document, @Nullable Element header, Element body) {
        this.document = document;
        this.header = header;
        this.body = body;
    }

    /** What is wrong with it is a MappingFault. */
    public static SoapEnvelope read(byte[] xml) {
        Document document = XmlTree.read(xml);
        Element root = document.getDocumentElement();
        if (!VERSIONS.contains(String.valueOf(root.getNamespaceURI()))
                || !root.getLocalName().equals("Envelope")) {
            throw MappingFault.of("根元素应为 SOAP 的 Envelope", "its root must be a SOAP Envelope");
        }
        List<Element> parts = children(root);
        boolean headed = !parts.isEmpty() && is(parts.get(0), root, "Header");
        int rest = headed ? 1 : 0;
        if (parts.size() != rest + 1 || !is(parts.get(rest), root, "Body")) {
            throw MappingFault.of(
                    "Envelope 中应依次为至多一个 Header 和恰好一个 Body", "an Envelope has at most a Header, then one Body, no more");
        }
        return new SoapEnvelope(document, headed ? parts.get(0) : null, parts.get(rest));
    }

    private static boolean is(Element part, Element root, String name) {
        return name.equals(part.getLocalName())
                && String.valueOf(root.getNamespaceURI()).equals(part.getNamespaceURI());
    }

    public Document document() {
        return document;
    }

    public List<Element> headers() {
        return header == null ? List.of() : children(header);
    }

    public Element body() {
        return body;
    }

    public String version() {
        return String.valueOf(body.getNamespaceURI());
    }

    /** The text that an operation carries, as `transformation/requestXml`. */
    String text(String namespace, String operation, String part) {
        Element content = only(body, "Body");
        if (content.getLocalName().equals("Fault") && version().equals(content.getNamespaceURI())) {
            throw MappingFault.of("对方以 SOAP Fault 应答", "they answer with a SOAP fault");
        }
        if (!content.getLocalName().equals(operation) || !namespace.equals(content.getNamespaceURI())) {
            throw MappingFault.of("Body 中应为 " + operation, "the Body must hold " + operation);
        }
        Element text = only(content, operation);
        if (!text.getLocalName().equals(part) || !children(text).isEmpty()) {
            throw MappingFault.of(operation + " 中应为文字 " + part, operation + " must hold the text " + part);
        }
        return text.getTextContent();
    }

    private static Element only(Element parent, String name) {
        List<Element> children = children(parent);
        if (children.size() != 1) {
            throw MappingFault.of(name + " 中应恰好有一个元素", name + " must hold one element");
        }
        return children.get(0);
    }

    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Around what an operation carries. */
    public static String around(String content) {
        return "<soap:Envelope xmlns:soap=\"" + SOAP_11 + "\"><soap:Body>" + content + "</soap:Body></soap:Envelope>";
    }
}
