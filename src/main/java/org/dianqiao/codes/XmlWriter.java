package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Writes what a mapping has made as a document: a list as elements of one name, `@name` as an attribute. */
final class XmlWriter {

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.-]{0,99}";

    private final StringBuilder out = new StringBuilder();

    private XmlWriter() {}

    static boolean isName(String text) {
        return text.matches(NAME);
    }

    static String write(String root, JsonNode content) {
        XmlWriter writer = new XmlWriter();
        writer.element(root, content);
        return writer.out.toString();
    }

    private void elements(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> element(name, each));
        } else if (!value.isNull()) {
            element(name, value);
        }
    }

    private void element(String name, JsonNode value) {
        out.append('<').append(checked(name));
        value.properties().stream().filter(XmlWriter::isAttribute).forEach(this::attribute);
        out.append('>');
        if (value.isObject()) {
            value.properties().stream().filter(each -> !isAttribute(each)).forEach(this::member);
        } else {
            escape(value, false);
        }
        out.append("</").append(name).append('>');
    }

    private void member(Map.Entry<String, JsonNode> member) {
        if (member.getKey().equals("#text")) {
            escape(member.getValue(), false);
        } else {
            elements(member.getKey(), member.getValue());
        }
    }

    private static boolean isAttribute(Map.Entry<String, JsonNode> member) {
        return member.getKey().startsWith("@");
    }

    private void attribute(Map.Entry<String, JsonNode> member) {
        out.append(' ').append(checked(member.getKey().substring(1))).append("=\"");
        escape(member.getValue(), true);
        out.append('"');
    }

    private static String text(JsonNode value) {
        if (value.isContainerNode()) {
            throw new IllegalStateException("a list in a list, or a member of a text, cannot be written as XML");
        }
        return value.isNumber() ? MappingFunctions.plain(value) : value.asText();
    }

    /** A name comes from the mapping, not from what is mapped. */
    private static String checked(String name) {
        if (!isName(name)) {
            throw new IllegalStateException("a member's name that cannot name an element");
        }
        return name;
    }

    private void escape(JsonNode value, boolean inAttribute) {
        String text = text(value);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // A reader makes a line feed of the first, and in attributes blanks of the others.
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> out.append(inAttribute ? "&#" + character + ";" : Character.toString(character));
                default -> out.appendCodePoint(allowed(character, value));
            }
        });
    }

    private static int allowed(int character, JsonNode value) {
        boolean control = character < ' ' || character == 0xFFFE || character == 0xFFFF;
        if (control || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)) {
            throw MappingFault.of(value, "有 XML 中不允许的字符", "it has a character that XML does not allow");
        }
        return character;
    }
}
