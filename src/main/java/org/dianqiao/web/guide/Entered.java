package org.dianqiao.web.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dianqiao.policy.Fact;

/** What somebody entered into the form. What they left open is not stated: that is never a no. */
record Entered(Map<String, List<String>> fields) {

    /** The box of a set that says that nothing of it is so. */
    static final String NONE = "none";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** Full-width digits, as Chinese keyboards give them, are digits. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(entry -> Normalizer.normalize(entry, Normalizer.Form.NFKC).strip())
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** Whether anything was asked at all. A division alone only fills the form. */
    boolean any(Stream<Fact> facts) {
        return Stream.concat(Stream.of("on"), facts.map(Fact::written))
                .anyMatch(name -> !all(name).isEmpty());
    }

    /** As a message carries it. What is no number stays the text that it is, so that the contract refuses it. */
    ObjectNode works(Stream<Fact> facts) {
        ObjectNode works = JSON.objectNode();
        facts.filter(fact -> !all(fact.written()).isEmpty())
                .forEach(fact -> works.set(fact.written(), value(fact, all(fact.written()))));
        return works;
    }

    private static JsonNode value(Fact fact, List<String> entries) {
        String entry = entries.get(0);
        return switch (fact.kind()) {
            case NUMBER -> number(entry);
            case FLAG -> flag(entry);
            case WORD -> JSON.textNode(entry);
            case SET -> set(entries);
        };
    }

    private static JsonNode number(String entry) {
        return entry.matches("-?\\d{1,12}(\\.\\d{1,6})?")
                ? JSON.numberNode(new BigDecimal(entry))
                : JSON.textNode(entry);
    }

    private static JsonNode flag(String entry) {
        return entry.equals("yes") || entry.equals("no") ? JSON.booleanNode(entry.equals("yes")) : JSON.textNode(entry);
    }

    private static ArrayNode set(List<String> entries) {
        ArrayNode set = JSON.arrayNode();
        if (!entries.equals(List.of(NONE))) {
            entries.stream().distinct().forEach(set::add);
        }
        return set;
    }
}
