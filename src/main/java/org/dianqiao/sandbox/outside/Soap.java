package org.dianqiao.sandbox.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** SOAP as older systems use it: one operation, whose only parameter is XML as a string. */
public final class Soap {

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final String TYPE = "text/xml;charset=UTF-8";

    private Soap() {}

    /** What the string of the only operation holds, as JSON: every element a text, or an object; those of one name a list. */
    public static Optional<ObjectNode> asked(byte[] envelope) {
        try {
            Element body = document(new InputSource(new ByteArrayInputStream(envelope)), true)
                                    .getElementsByTagNameNS(ENVELOPE, "Body")
                                    .item(0)
                            instanceof Element found
                    ? found
                    : null;
            String text = body == null ? "" : body.getTextContent().strip();
            return Optional.of((ObjectNode) json(
                    document(new InputSource(new StringReader(text)), false).getDocumentElement()));
        } catch (SAXException | IOException | ClassCastException noSoap) {
            return Optional.empty();
        }
    }

    static Document document(InputSource xml, boolean namespaces) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(namespaces);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(xml);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(Element element) {
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return Json.object().textNode(element.getTextContent());
        }
        ObjectNode object = Json.object();
        children.forEach(child -> add(object, child.getTagName(), json(child)));
        return object;
    }

    /** What stands there several times is a list. */
    private static void add(ObjectNode object, String name, JsonNode value) {
        JsonNode before = object.get(name);
        if (before == null) {
            object.set(name, value);
        } else if (before.isArray()) {
            object.withArray(name).add(value);
        } else {
            object.set(name, Json.array().add(before).add(value));
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** As it stands in a body. */
    public static String operation(String namespace, String name, String part, String root, JsonNode content) {
        return "<m:" + name + " xmlns:m=\"" + namespace + "\"><" + part + ">" + escaped(xml(root, content)) + "</"
                + part + "></m:" + name + ">";
    }

    public static String envelope(String content) {
        return "<soap:Envelope xmlns:soap=\"" + ENVELOPE + "\"><soap:Body>" + content + "</soap:Body></soap:Envelope>";
    }

    public static Reply reply(String envelope) {
        return new Reply(200, TYPE, envelope.getBytes(StandardCharsets.UTF_8), false, false);
    }

    public static String fault(String sentence) {
        return envelope("<soap:Fault><faultcode>soap:Server</faultcode><faultstring>" + escaped(sentence)
                + "</faultstring></soap:Fault>");
    }

    private static String xml(String name, JsonNode value) {
        StringBuilder xml = new StringBuilder();
        if (value.isArray()) {
            value.forEach(each -> xml.append(xml(name, each)));
            return xml.toString();
        }
        xml.append('<').append(name).append('>');
        value.properties().forEach(member -> xml.append(xml(member.getKey(), member.getValue())));
        return xml.append(value.isObject() ? "" : escaped(value.asText()))
                .append("</")
                .append(name)
                .append('>')
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
