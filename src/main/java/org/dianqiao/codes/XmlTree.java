package org.dianqiao.codes;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A document as a tree, for those who must see where each element stands. It is as bounded as what {@link XmlReader} reads. */
final class XmlTree {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private XmlTree() {}

    static Document read(byte[] xml) {
        String text = XmlEncoding.decode(xml);
        XmlReader.bounded(text);
        try {
            return builder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException e) {
            throw MappingFault.of("不是合格的 XML", "it is not well-formed XML", e);
        }
    }

    /** The JDK's own, whatever else is on the class path. */
    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
