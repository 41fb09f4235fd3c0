package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one document. A DOCTYPE ends it, so there are no entities and nothing is fetched; depth, elements and
 * attributes are counted while it is read, so what is too much is found before it is held.
 */
final class XmlReader {

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_ATTRIBUTES = 32;
    private static final int LONGEST_NAME = 100;
    private static final XMLInputFactory SECURE = SecureXml.factory();

    private final XmlForm form;
    private int elements;
    private int depth;

    XmlReader(XmlForm form) {
        this.form = form;
    }

    JsonNode read(String xml) {
        try {
            XMLStreamReader in = SECURE.createXMLStreamReader(new StringReader(xml));
            return document(in);
        } catch (XMLStreamException e) {
            throw unfit(e);
        }
    }

    /** MappingFault where it is more than anybody may say at once, whatever it says. */
    static void bounded(String xml) {
        XmlReader reader = new XmlReader(XmlForm.ANY);
        try {
            reader.count(SECURE.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            throw unfit(e);
        }
    }

    private void count(XMLStreamReader in) throws XMLStreamException {
        refuseLaterVersion(in);
        while (in.hasNext()) {
            in.next();
            refuseDoctype(in);
            if (in.isStartElement()) {
                depth++;
                refuseTooMuch(in);
            } else if (in.isEndElement()) {
                depth--;
            }
        }
    }

    private static MappingFault unfit(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return MappingFault.of("第 " + line + " 行起不是合格的 XML", "it is not well-formed XML in line " + line, e);
    }

    private JsonNode document(XMLStreamReader in) throws XMLStreamException {
        refuseLaterVersion(in);
        JsonNode content = JsonNodeFactory.instance.nullNode();
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT) {
                content = root(in);
            }
            refuseDoctype(in);
        }
        return content;
    }

    private JsonNode root(XMLStreamReader in) throws XMLStreamException {
        if (!in.getLocalName().equals(form.root())) {
            throw fault(in, "根元素应为 " + form.root(), "its root must be " + form.root());
        }
        return element(in, "");
    }

    private JsonNode element(XMLStreamReader in, String path) throws XMLStreamException {
        depth++;
        refuseTooMuch(in);
        ObjectNode members = attributes(in);
        boolean holds = false;
        StringBuilder text = new StringBuilder();
        while (in.next() != XMLStreamConstants.END_ELEMENT) {
            refuseDoctype(in);
            if (in.isStartElement()) {
                holds = true;
                member(in, members, path);
            } else if (in.isCharacters()) {
                text.append(in.getText());
            }
        }
        depth--;
        if (holds && !text.toString().isBlank()) {
            throw fault(in, "元素之间有文字", "text stands between elements");
        }
        return holds ? members : leaf(members, text.toString());
    }

    private void member(XMLStreamReader in, ObjectNode members, String path) throws XMLStreamException {
        String name = in.getLocalName();
        String place = path.isEmpty() ? name : path + "/" + name;
        JsonNode value = element(in, place);
        if (form.lists().contains(place)) {
            members.withArrayProperty(name).add(value);
        } else if (members.has(name)) {
            throw fault(in, "只能出现一次的元素出现了两次", "an element stands there twice that may be there once");
        } else {
            members.set(name, value);
        }
    }

    private static JsonNode leaf(ObjectNode attributes, String text) {
        return attributes.isEmpty() ? TextNode.valueOf(text) : attributes.put("#text", text);
    }

    private static ObjectNode attributes(XMLStreamReader in) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(in.getAttributeNamespace(i))) {
                attributes.put("@" + in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private void refuseTooMuch(XMLStreamReader in) {
        if (depth > DEEPEST) {
            throw fault(in, "嵌套超过 " + DEEPEST + " 层", "it is nested more than " + DEEPEST + " deep");
        }
        if (++elements > MOST_ELEMENTS) {
            throw fault(in, "元素超过 " + MOST_ELEMENTS + " 个", "it has more than " + MOST_ELEMENTS + " elements");
        }
        if (in.getAttributeCount() > MOST_ATTRIBUTES || in.getLocalName().length() > LONGEST_NAME) {
            throw fault(in, "属性过多或名称过长", "an element has too many attributes, or too long a name");
        }
    }

    private static void refuseLaterVersion(XMLStreamReader in) {
        if ("1.1".equals(in.getVersion())) {
            throw fault(in, "不接受 XML 1.1", "XML 1.1 is not taken");
        }
    }

    private static void refuseDoctype(XMLStreamReader in) {
        if (in.getEventType() == XMLStreamConstants.DTD || in.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
            throw fault(in, "不接受 DOCTYPE 和实体", "a DOCTYPE or an entity is not taken");
        }
    }

    private static MappingFault fault(XMLStreamReader in, String zh, String en) {
        int line = in.getLocation().getLineNumber();
        return MappingFault.of("第 " + line + " 行：" + zh, "line " + line + ": " + en);
    }
}
