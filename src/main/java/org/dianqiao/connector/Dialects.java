package org.dianqiao.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dianqiao.codes.Mapping;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.codes.Mappings;
import org.dianqiao.codes.XmlForm;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Delivery;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.files.Watched;
import org.springframework.stereotype.Component;

/** Between the bytes of another system and our words: JSON, or XML where the mapping has a form beside it. */
@Component
public class Dialects {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final int DEEPEST = 64;

    private final Watched<Mappings> mappings;

    Dialects(Watched<Mappings> mappings) {
        this.mappings = mappings;
    }

    Translated translate(Call call, String mapping) {
        return translate(call, mapping, asked -> {});
    }

    /** `knowing` puts beside what they sent what we know of it, or finds a fault in it. */
    public Translated translate(Call call, String mapping, Consumer<JsonNode> knowing) {
        JsonNode asked = MissingNode.getInstance();
        try {
            asked = read(call.body(), mapping);
            knowing.accept(asked);
            return new Translated(call, asked, mapping(mapping).apply(asked), null);
        } catch (MappingFault fault) {
            return new Translated(call, asked, MissingNode.getInstance(), fault);
        }
    }

    /** `asked`: what they sent; `status` and `body`: what the gateway said to it. Who wrote JSON is answered in JSON. */
    Reply reply(Answered answered, String mapping) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.set(
                "asked",
                answered.translated().asked().isMissingNode()
                        ? null
                        : answered.translated().asked());
        said.put("status", answered.status()).set("body", answered.body());
        boolean inJson = isInJson(answered.translated().call());
        JsonNode theirs = mapping(mapping).apply(said);
        Written written = inJson ? json(theirs) : written(theirs, mapping);
        return new Reply(200, written.type(), written.bytes());
    }

    /** What who calls is told while nothing can be taken, if the dialect has a word for it. */
    Optional<Reply> later(Call call, String what) {
        String mapping = what + "-later";
        return mappings.current()
                .find(mapping)
                .map(word -> reply(Answered.unavailable(Translated.unread(call)), mapping));
    }

    /** Something in the words of another system. */
    record Written(String type, byte[] bytes) {}

    Written write(Consignment consignment, String mapping) {
        ObjectNode ours = message(consignment);
        return sayable(consignment, ours, () -> write(ours, mapping));
    }

    /** What a message of ours is to them, before it becomes bytes. */
    JsonNode words(Consignment consignment, String mapping) {
        return words(consignment, message(consignment), mapping);
    }

    /** `ours`: the message, and what we know besides. */
    JsonNode words(Consignment consignment, JsonNode ours, String mapping) {
        return sayable(consignment, ours, () -> mapping(mapping).apply(ours));
    }

    private static <T> T sayable(Consignment consignment, JsonNode ours, Supplier<T> saying) {
        try {
            return saying.get();
        } catch (MappingFault fault) {
            throw Unsayable.of(consignment.awaited(), consignment.payload(), fault.in(ours));
        }
    }

    /** A message of ours: its payload, and beside it as `message` its id, case, service and purpose. */
    public static ObjectNode message(Consignment consignment) {
        ObjectNode ours = consignment.payload().deepCopy();
        Delivery delivery = consignment.delivery();
        ours.putObject("message")
                .put("id", delivery.messageId())
                .put("case", delivery.caseId())
                .put("service", delivery.service())
                .put("purpose", Manifests.read(delivery.message().manifest()).purpose());
        return ours;
    }

    Written write(JsonNode ours, String mapping) {
        return written(mapping(mapping).apply(ours), mapping);
    }

    /** What follows from what they `told` so far, beside the payload: a further question, or nothing. */
    Optional<Written> further(Consignment sent, JsonNode told, String mapping) {
        JsonNode ours = message(sent).set("told", told);
        JsonNode theirs = words(sent, ours, mapping);
        return theirs.isNull() ? Optional.empty() : Optional.of(sayable(sent, ours, () -> written(theirs, mapping)));
    }

    Written written(JsonNode theirs, String mapping) {
        return mappings.current()
                .form(mapping)
                .map(form -> new Written("text/xml;charset=" + form.encoding().name(), form.bytes(theirs)))
                .orElseGet(() -> json(theirs));
    }

    private static Written json(JsonNode theirs) {
        try {
            return new Written(JSON, MAPPER.writeValueAsBytes(theirs));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What they answered, in our words. Throws a MappingFault where it cannot be understood. */
    JsonNode understand(byte[] answer, String mapping) {
        return understand(read(answer, mapping), mapping);
    }

    public JsonNode understand(JsonNode answer, String mapping) {
        return mapping(mapping).apply(answer);
    }

    JsonNode read(byte[] bytes, String mapping) {
        Optional<XmlForm> form = mappings.current().form(mapping);
        if (form.isPresent() && !beginsAsJson(begin(bytes))) {
            return form.get().read(bytes);
        }
        return shallow(json(withoutMark(bytes)));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return StrictJson.readPayload(bytes);
        } catch (IllegalArgumentException e) {
            throw MappingFault.unreadable(e);
        }
    }

    /** What came goes into the mapping of its answer too, a little deeper. */
    private static JsonNode shallow(JsonNode read) {
        if (isDeeper(read, DEEPEST)) {
            throw MappingFault.at("", "嵌套过深", "it is nested too deeply");
        }
        return read;
    }

    private static boolean isDeeper(JsonNode node, int most) {
        if (most == 0) {
            return node.isContainerNode();
        }
        for (JsonNode child : node) {
            if (isDeeper(child, most - 1)) {
                return true;
            }
        }
        return false;
    }

    /** By what came; where that is neither, by what it is called. */
    private static boolean isInJson(Call call) {
        String begin = begin(call.body());
        boolean called = call.contentType() != null && call.contentType().contains("json");
        return beginsAsJson(begin) || (called && !begin.startsWith("<"));
    }

    private static boolean beginsAsJson(String begin) {
        return begin.startsWith("{") || begin.startsWith("[");
    }

    private static String begin(byte[] bytes) {
        byte[] words = withoutMark(bytes);
        return new String(words, 0, Math.min(words.length, 64), StandardCharsets.ISO_8859_1).strip();
    }

    /** A byte order mark before UTF-8 says nothing, and some write one. */
    private static byte[] withoutMark(byte[] bytes) {
        boolean marked = bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
    }

    private Mapping mapping(String name) {
        return mappings.current()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("there is no mapping " + name));
    }
}
