package org.dianqiao.sandbox.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/** JSON as other people's systems read and write it. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String DIGITS = "\\d+";

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** What a simulator knows, from the file beside its class. */
    public static JsonNode resource(Class<?> beside, String name) {
        try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ObjectNode> object(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    public static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a library writes it that takes all digits for a number. */
    public static byte[] unquoted(byte[] bytes) {
        return object(bytes).map(json -> bytes(unquoted(json))).orElse(bytes);
    }

    private static JsonNode unquoted(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode changed = object();
            object.properties().forEach(member -> changed.set(member.getKey(), unquoted(member.getValue())));
            return changed;
        }
        if (json.isArray()) {
            ArrayNode changed = array();
            json.forEach(each -> changed.add(unquoted(each)));
            return changed;
        }
        boolean digits = json.isTextual() && json.textValue().matches(DIGITS);
        return digits ? MAPPER.getNodeFactory().numberNode(new BigInteger(json.textValue())) : json;
    }
}
