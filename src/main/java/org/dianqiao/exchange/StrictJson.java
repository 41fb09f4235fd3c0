package org.dianqiao.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * JSON from outside, read so that two readers cannot see two things in it: exact UTF-8 without a byte order mark, no
 * lone surrogates, no member twice at any depth, nothing behind the end, a bounded depth, numbers as they were written.
 */
public final class StrictJson {

    /** A tree takes fifty times the memory of the bytes `[],[],[]`. */
    private static final long MOST_TOKENS = 500_000;

    private static final ObjectMapper JSON = strict(
                    constraints -> constraints.maxNestingDepth(500).maxTokenCount(MOST_TOKENS))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Its size is bound enough, and it has no fractions that anybody reads. */
    private static final ObjectMapper MANIFEST = strict(constraints ->
                    constraints.maxNestingDepth(Manifests.LARGEST).maxNumberLength(Manifests.LARGEST))
            .build();

    private static final int MOST_DIGITS = 900;

    private StrictJson() {}

    private static JsonMapper.Builder strict(UnaryOperator<StreamReadConstraints.Builder> bounds) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        bounds.apply(StreamReadConstraints.builder()).build())
                .build();
        return JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Throws an IllegalArgumentException that says what is wrong, without repeating what was sent. */
    public static JsonNode read(byte[] bytes) {
        return read(bytes, JSON);
    }

    /** The members that nobody reads may be as deep and have as many digits as there is room for. */
    static JsonNode readManifest(byte[] bytes) {
        return read(bytes, MANIFEST);
    }

    private static JsonNode read(byte[] bytes, ObjectMapper json) {
        String text = text(bytes);
        try {
            JsonNode tree = json.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new IllegalArgumentException("it is empty");
            }
            if (text.contains("\\u")) {
                walk(tree, StrictJson::refuseLoneSurrogates);
            }
            return tree;
        } catch (IOException e) {
            throw new IllegalArgumentException(fault(e), e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it has a number of too many digits", e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw new IllegalArgumentException("it begins with a byte order mark");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not UTF-8", e);
        }
    }

    private static String fault(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Duplicate field")) {
            return "a member stands in it twice";
        }
        if (message.contains("nesting depth")) {
            return "it is nested too deeply";
        }
        if (message.contains("Token count")) {
            return "it has too many members";
        }
        return "it is not JSON";
    }

    private static void refuseLoneSurrogates(JsonNode node) {
        if (node.isTextual()) {
            refuseLoneSurrogates(node.textValue());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            refuseLoneSurrogates(names.next());
        }
    }

    /** Without descending: what is as deep as it is long would overflow the stack. */
    private static void walk(JsonNode tree, Consumer<JsonNode> visitor) {
        Deque<JsonNode> ahead = new ArrayDeque<>(List.of(tree));
        while (!ahead.isEmpty()) {
            JsonNode node = ahead.pop();
            visitor.accept(node);
            node.forEach(ahead::push);
        }
    }

    /**
     * A payload is more than bytes: what it says is kept and searched. U+0000 can be kept nowhere, and 1e2000 is six
     * characters here and two thousand digits wherever it is written out.
     */
    public static JsonNode readPayload(byte[] bytes) {
        JsonNode tree = read(bytes);
        walk(tree, StrictJson::refuseWhatCannotBeKept);
        return tree;
    }

    private static void refuseWhatCannotBeKept(JsonNode node) {
        if (node.isTextual()) {
            refuseNothing(node.textValue());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            refuseNothing(names.next());
        }
        refuseEndlessNumber(node);
    }

    private static void refuseNothing(String text) {
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("it has the character U+0000");
        }
    }

    private static void refuseEndlessNumber(JsonNode node) {
        if (node.isBigDecimal()) {
            BigDecimal number = node.decimalValue();
            if (number.precision() + Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException("it has a number of too many digits");
            }
        }
    }

    private static void refuseLoneSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("it has half a character (a lone surrogate)");
            }
        }
    }
}
