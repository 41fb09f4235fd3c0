package org.dianqiao.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was stated, and nothing else: what is not here is not known. */
public final class Facts {

    private final Map<Fact, Object> stated;

    private Facts(Map<Fact, Object> stated) {
        this.stated = stated;
    }

    public static Facts none() {
        return new Facts(new EnumMap<>(Fact.class));
    }

    static Facts stated(Map<Fact, Object> stated) {
        return new Facts(stated);
    }

    /** The members of a message that are facts; null is nothing. What is of another kind is not heard. */
    public static Facts of(JsonNode members) {
        EnumMap<Fact, Object> stated = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            Object value = value(fact, members.path(fact.written()));
            if (value != null) {
                stated.put(fact, value);
            }
        }
        return new Facts(stated);
    }

    public Facts and(Fact fact, Object value) {
        EnumMap<Fact, Object> more = new EnumMap<>(Fact.class);
        more.putAll(stated);
        more.put(fact, value instanceof Number number ? number.doubleValue() : value);
        return new Facts(more);
    }

    /** With what holds where nobody has stated otherwise. */
    public Facts unlessStated(Fact fact, Object value) {
        return has(fact) ? this : and(fact, value);
    }

    private static @Nullable Object value(Fact fact, JsonNode node) {
        return switch (fact.kind()) {
            case NUMBER -> node.isNumber() ? node.doubleValue() : null;
            case FLAG -> node.isBoolean() ? node.booleanValue() : null;
            case WORD -> node.isTextual() ? node.textValue() : null;
            case SET -> node.isArray() ? texts(node) : null;
        };
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return Set.copyOf(texts);
    }

    boolean has(Fact fact) {
        return stated.containsKey(fact);
    }

    @Nullable
    Double number(Fact fact) {
        return (Double) stated.get(fact);
    }

    @Nullable
    Boolean flag(Fact fact) {
        return (Boolean) stated.get(fact);
    }

    /** A word as a set of one, so that one question serves both kinds. */
    @SuppressWarnings("unchecked")
    @Nullable
    Set<String> words(Fact fact) {
        Object value = stated.get(fact);
        return value instanceof String word ? Set.of(word) : (Set<String>) value;
    }

    /** What was stated of a fact, as a sentence says it. */
    Wording said(Fact fact) {
        Object value = stated.get(fact);
        if (value instanceof Double number) {
            return new Wording(
                    Bounds.quantity(number, fact.unit().zh()),
                    Bounds.quantity(number, fact.unit().en()));
        }
        if (value instanceof Boolean flag) {
            return flag ? new Wording("是", "yes") : new Wording("否", "no");
        }
        Set<String> words = words(fact);
        return words == null || words.isEmpty() ? new Wording("无", "none") : joined(fact, words);
    }

    private static Wording joined(Fact fact, Set<String> words) {
        List<String> known =
                fact.words().keySet().stream().filter(words::contains).toList();
        return new Wording(
                known.stream().map(word -> fact.word(word).zh()).collect(Collectors.joining("、")),
                known.stream().map(word -> fact.word(word).en()).collect(Collectors.joining(", ")));
    }

    /** The crossings that were stated; none where nothing was. */
    public Set<String> crossings() {
        Set<String> crossings = words(Fact.CROSSINGS);
        return crossings == null ? Set.of() : crossings;
    }
}
