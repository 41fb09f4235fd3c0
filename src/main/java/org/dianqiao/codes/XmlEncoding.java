package org.dianqiao.codes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of an XML document as text: in the encoding that it declares, to the last byte, or not at all. */
final class XmlEncoding {

    private static final int LARGEST = 16 << 20;
    private static final int DECLARATION = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Pattern OF_THREE_BYTES = Pattern.compile("[\\x00-\\x7F\\u0800-\\uFFFF]*");

    /** Who declares GB2312 means GBK: many names have characters that the older set lacks. */
    private static final Map<String, Charset> KNOWN = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF8", StandardCharsets.UTF_8,
            "GB2312", Charset.forName("GBK"),
            "GBK", Charset.forName("GBK"),
            "GB18030", Charset.forName("GB18030"));

    private XmlEncoding() {}

    static Optional<Charset> find(String name) {
        return Optional.ofNullable(KNOWN.get(name.toUpperCase(Locale.ROOT)));
    }

    static String decode(byte[] xml) {
        if (xml.length > LARGEST) {
            throw MappingFault.of("超过 16 MiB", "it is larger than 16 MiB");
        }
        Charset declared = declared(xml);
        String text = strictly(xml, declared).orElseThrow(() -> other(xml, declared));
        if (!declared.equals(StandardCharsets.UTF_8) && isUtf8AfterAll(xml)) {
            throw MappingFault.of("声明为 " + declared + "，实为 UTF-8", "it declares " + declared + " and is UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset declared(byte[] xml) {
        String begin = new String(xml, 0, Math.min(xml.length, DECLARATION), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("\u00FE\u00FF") || begin.startsWith("\u00FF\u00FE")) {
            throw MappingFault.of("不接受 UTF-16 编码", "UTF-16 is not taken");
        }
        Matcher declaration = DECLARED.matcher(begin.startsWith("\u00EF\u00BB\u00BF") ? begin.substring(3) : begin);
        String name = declaration.find() ? declaration.group(1) : "UTF-8";
        return find(name)
                .orElseThrow(() -> MappingFault.of("不接受 " + name + " 编码", "the encoding " + name + " is not taken"));
    }

    private static MappingFault other(byte[] xml, Charset declared) {
        boolean chinese = strictly(xml, Charset.forName("GB18030")).isPresent();
        return chinese && declared.equals(StandardCharsets.UTF_8)
                ? MappingFault.of("应为 UTF-8，实似 GBK", "UTF-8 is expected, and it looks like GBK")
                : MappingFault.of("不是 " + declared + " 编码", "it is not " + declared);
    }

    /** UTF-8 can be read as GBK, and is nonsense then; Chinese in GBK is next to never UTF-8 of three bytes each. */
    private static boolean isUtf8AfterAll(byte[] xml) {
        Optional<String> text = strictly(xml, StandardCharsets.UTF_8);
        return text.isPresent()
                && text.get().length() < xml.length
                && OF_THREE_BYTES.matcher(text.get()).matches();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static byte[] encode(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw MappingFault.of("有 " + charset + " 中没有的字", "it has a character that " + charset + " lacks", e);
        }
    }
}
