package org.dianqiao.codes;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.dianqiao.files.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * Which text of a SOAP message a document is: older systems hand XML to each other as a string within XML.
 *
 * @param operation the element in the body
 * @param part the element in it whose text the document is
 */
public record SoapText(String namespace, String operation, String part) {

    static @Nullable SoapText read(Yaml form) {
        Yaml at = form.child("soap");
        if (!at.present()) {
            return null;
        }
        at.only(Set.of("namespace", "operation", "part"));
        return new SoapText(at.value("namespace", SoapText::uri).orElse(""), name(at, "operation"), name(at, "part"));
    }

    private static String uri(String text) {
        if (!text.matches("[0-9A-Za-z.:/_#-]{1,200}")) {
            throw new IllegalArgumentException("the name of a namespace is expected");
        }
        return text;
    }

    private static String name(Yaml at, String member) {
        String name = at.text(member);
        if (!XmlWriter.isName(name)) {
            at.fault("`" + member + "`: the name of an element is expected");
        }
        return name;
    }

    String in(byte[] message) {
        return SoapEnvelope.read(message).text(namespace, operation, part);
    }

    /** As it stands in a body. */
    String around(String document) {
        return "<m:" + operation + " xmlns:m=\"" + namespace + "\">" + XmlWriter.write(part, TextNode.valueOf(document))
                + "</m:" + operation + ">";
    }
}
