package org.dianqiao.web.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.dianqiao.codes.Masking;
import org.dianqiao.exchange.Attestation;

/** JSON for the eye. */
final class Payload {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Separators COLONS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private Payload() {}

    /**
     * One JSON document, as everybody may see it and as it is.
     *
     * @param attested whether it says of something in it that the gateway wrote it down
     */
    record Faces(String masked, String open, boolean attested) {

        boolean personal() {
            return !masked.equals(open);
        }
    }

    /** Absent where the bytes are not JSON. */
    static Optional<Faces> of(byte[] bytes) {
        return read(bytes)
                .map(node -> new Faces(
                        pretty(Masking.json(node)), pretty(node), node.findValue(Attestation.MEMBER) != null));
    }

    static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.of(JSON.readTree(bytes)).filter(node -> !node.isMissingNode());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static String pretty(JsonNode node) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(COLONS);
        printer.indentObjectsWith(INDENT);
        printer.indentArraysWith(INDENT);
        try {
            return JSON.writer(printer).writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
