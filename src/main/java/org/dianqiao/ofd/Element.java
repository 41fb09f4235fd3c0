package org.dianqiao.ofd;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dianqiao.codes.SecureXml;

/** An element of XML, by its name without the namespace. A DOCTYPE ends the reading, so nothing is fetched or multiplied. */
record Element(String name, Map<String, String> attributes, List<Element> children, String text) {

    private static final int DEEPEST = 32;
    private static final int MOST = 50_000;
    private static final XMLInputFactory SECURE = SecureXml.factory();

    /** @param file what it is called, for who reads of its fault */
    static Element read(byte[] xml, String file) {
        try {
            return new Reading(SECURE.createXMLStreamReader(new ByteArrayInputStream(xml))).root();
        } catch (XMLStreamException e) {
            throw Unsound.notOfd(file + " is no well-formed XML");
        }
    }

    /** What cannot be read as XML has none that anybody would act on. */
    static boolean hasDoctype(InputStream xml) {
        try {
            XMLStreamReader in = SECURE.createXMLStreamReader(xml);
            while (in.hasNext() && in.next() != XMLStreamConstants.START_ELEMENT) {
                if (in.getEventType() == XMLStreamConstants.DTD) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    Stream<Element> all(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    Optional<Element> one(String wanted) {
        return all(wanted).findFirst();
    }

    Element child(String wanted) {
        return one(wanted).orElseThrow(() -> lacking(wanted));
    }

    /** At least one. */
    List<Element> some(String wanted) {
        List<Element> some = all(wanted).toList();
        if (some.isEmpty()) {
            throw lacking(wanted);
        }
        return some;
    }

    private Unsound lacking(String wanted) {
        return Unsound.notOfd(name + " has no " + wanted);
    }

    /** Its own and those of all below it. */
    Stream<String> texts() {
        return Stream.concat(Stream.of(text), children.stream().flatMap(Element::texts));
    }

    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    private static final class Reading {

        private final XMLStreamReader in;
        private int count;

        Reading(XMLStreamReader in) {
            this.in = in;
        }

        Element root() throws XMLStreamException {
            while (in.next() != XMLStreamConstants.START_ELEMENT) {
                refuseDoctype();
            }
            return element(0);
        }

        private Element element(int depth) throws XMLStreamException {
            if (depth > DEEPEST || ++count > MOST) {
                throw new XMLStreamException("too deep, or too long");
            }
            String name = in.getLocalName();
            Map<String, String> attributes = attributes();
            List<Element> children = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            while (in.next() != XMLStreamConstants.END_ELEMENT) {
                refuseDoctype();
                if (in.isStartElement()) {
                    children.add(element(depth + 1));
                } else if (in.isCharacters()) {
                    text.append(in.getText());
                }
            }
            return new Element(name, attributes, children, text.toString().strip());
        }

        private Map<String, String> attributes() {
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < in.getAttributeCount(); i++) {
                attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
            return attributes;
        }

        private void refuseDoctype() throws XMLStreamException {
            int event = in.getEventType();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a DOCTYPE or an entity");
            }
        }
    }
}
