package org.dianqiao.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as exactly one thing: UTF-8, no byte order mark, no half characters, no member twice, nothing behind the end.
 * Objects are maps, arrays lists, whole numbers BigIntegers; what has no use here is only passed over. It is read
 * without recursion, and who calls says how deep it may be.
 */
final class Json {

    /** Deeper than anything that the protocol writes. */
    static final int FLAT = 16;

    private static final Object OTHER = new Object();

    private final JsonParser parser;
    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();

    private Json(JsonParser parser) {
        this.parser = parser;
    }

    static Object read(byte[] bytes, int deepest) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(Layout.LARGEST_MANIFEST)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(text(bytes))) {
            return new Json(parser).value();
        } catch (JsonParseException e) {
            throw String.valueOf(e.getMessage()).contains("Duplicate")
                    ? new Malformed("同名成员出现两次", "a member stands in it twice")
                    : new Malformed("不是 JSON", "it is not JSON");
        } catch (StreamConstraintsException e) {
            throw new Malformed("嵌套过深或数字过长", "it is nested too deeply, or has too long a number");
        } catch (IOException e) {
            throw new Malformed("不是 JSON", "it is not JSON");
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Malformed.unless(!text.startsWith("\uFEFF"), "以字节顺序标记开头", "it begins with a byte order mark");
            return text;
        } catch (CharacterCodingException e) {
            throw new Malformed("不是 UTF-8", "it is not UTF-8");
        }
    }

    private Object value() throws IOException {
        Object whole = OTHER;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                names.push(characters());
            } else if (token.isStructEnd()) {
                open.pop();
            } else {
                Malformed.unless(!open.isEmpty() || whole == OTHER, "结尾之后还有内容", "something behind its end");
                whole = take(token, whole);
            }
        }
        Malformed.unless(open.isEmpty() && whole != OTHER, "内容不完整", "it is cut off");
        return whole;
    }

    private Object take(JsonToken token, Object whole) throws IOException {
        boolean outermost = open.isEmpty();
        Object value = made(token);
        if (!outermost) {
            putInto(open.element(), value);
        }
        if (token.isStructStart()) {
            open.push(value);
        }
        return outermost ? value : whole;
    }

    @SuppressWarnings("unchecked")
    private void putInto(Object container, Object value) {
        if (container instanceof List) {
            ((List<Object>) container).add(value);
        } else {
            ((Map<String, Object>) container).put(names.pop(), value);
        }
    }

    private Object made(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> new LinkedHashMap<String, Object>();
            case START_ARRAY -> new ArrayList<Object>();
            case VALUE_STRING -> characters();
            case VALUE_NUMBER_INT -> new BigInteger(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> new Object();
        };
    }

    private String characters() throws IOException {
        String text = parser.getText();
        Malformed.unless(
                StandardCharsets.UTF_8.newEncoder().canEncode(text), "含有半个字符（孤立代理项）", "half a character in it");
        return text;
    }
}
