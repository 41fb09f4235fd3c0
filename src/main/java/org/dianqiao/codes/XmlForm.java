package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * How a document of another system is built, as far as XML itself does not say it. Every element is a text or holds
 * others; nothing is taken for a number, so `03` stays `03`. An attribute is a member `@name`, and the text beside it
 * `#text`. Namespaces are not looked at.
 *
 * @param root the element around everything, which our side does without
 * @param lists the elements that may stand there several times: `data/files/file`, from the root
 * @param encoding in which it is written
 * @param soap the text of which operation it is, where it travels in SOAP
 */
public record XmlForm(
        String root,
        Set<String> lists,
        Charset encoding,
        @Nullable SoapText soap) {

    static final XmlForm ANY = new XmlForm("", Set.of(), StandardCharsets.UTF_8);

    private static final String PATH = "[^/\\s]+(/[^/\\s]+)*";

    XmlForm(String root, Set<String> lists, Charset encoding) {
        this(root, lists, encoding, null);
    }

    static XmlForm read(Path file, List<Fault> faults) {
        Yaml at = Yaml.read(file, faults);
        at.only(Set.of("root", "lists", "encoding", "soap"));
        String root = at.text("root");
        if (!XmlWriter.isName(root)) {
            at.fault("`root`: the name of an element is expected");
        }
        return new XmlForm(root, Set.copyOf(at.values("lists", XmlForm::path)), encoding(at), SoapText.read(at));
    }

    private static String path(String text) {
        if (!text.matches(PATH)) {
            throw new IllegalArgumentException("names of elements with `/` between them are expected");
        }
        return text;
    }

    private static Charset encoding(Yaml at) {
        Optional<Charset> named = at.value("encoding", name -> XmlEncoding.find(name)
                .orElseThrow(() -> new IllegalArgumentException("one of UTF-8, GBK and GB18030 is expected")));
        return named.orElse(StandardCharsets.UTF_8);
    }

    /** What is inside the root. What is wrong with it is a MappingFault. */
    public JsonNode read(byte[] xml) {
        if (soap != null) {
            return read(soap.in(xml));
        }
        return new XmlReader(this).read(XmlEncoding.decode(xml));
    }

    /** As it stands in a field of another message, where no encoding counts but the message's. */
    public JsonNode read(String xml) {
        return new XmlReader(this).read(xml);
    }

    public byte[] bytes(JsonNode content) {
        String declaration = "<?xml version=\"1.0\" encoding=\"" + encoding.name() + "\"?>\n";
        String document = soap == null ? text(content) : SoapEnvelope.around(soap.around(text(content)));
        return XmlEncoding.encode(declaration + document, encoding);
    }

    /** Without a declaration, for a field of another message. */
    public String text(JsonNode content) {
        return XmlWriter.write(root, content);
    }
}
