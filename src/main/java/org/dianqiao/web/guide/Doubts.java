package org.dianqiao.web.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Wording;

/** What cannot be in what was entered, all of it at once, by the place in a message where it would stand. */
record Doubts(Map<String, List<Wording>> places) {

    static final Doubts NONE = new Doubts(Map.of());

    private static final String CONTRACT = "permit.preview";
    private static final Pattern ITEM = Pattern.compile("/\\d+$");
    private static final Wording NONE_AND_MORE =
            new Wording("“以下都没有”不能与其他项同时选择", "“none of these” cannot be ticked together with others");
    private static final Wording UNREADABLE = new Wording("无法识别，请重新填写", "cannot be read, please enter it again");

    /** The message's contract knows what is impossible; of facts that are not in it, their words and kinds do. */
    static Doubts about(String region, String on, ObjectNode works, Contracts contracts) {
        ObjectNode preview = JsonNodeFactory.instance.objectNode().put("on", on).set("works", works);
        if (!region.isEmpty()) {
            preview.put("regionCode", region);
        }
        Doubts doubts = new Doubts(new HashMap<>());
        Stream.of(Fact.values())
                .filter(fact -> isNoneAndMore(works.path(fact.written())))
                .forEach(fact -> doubts.places.put(place(fact), List.of(NONE_AND_MORE)));
        contracts.violations(CONTRACT, preview).forEach(doubts::add);
        Stream.of(Fact.values())
                .filter(fact -> works.has(fact.written()) && !readable(fact, works.get(fact.written())))
                .forEach(fact -> doubts.places.putIfAbsent(place(fact), List.of(UNREADABLE)));
        if (day(on).isEmpty()) {
            doubts.places.putIfAbsent("/on", List.of(UNREADABLE));
        }
        return doubts;
    }

    /** The box for none is ticked, and another too. */
    private static boolean isNoneAndMore(JsonNode set) {
        return set.size() > 1
                && StreamSupport.stream(set.spliterator(), false)
                        .anyMatch(word -> word.asText().equals(Entered.NONE));
    }

    /** The contract speaks Chinese. */
    private void add(Violation violation) {
        String place = ITEM.matcher(violation.pointer()).replaceFirst("");
        List<Wording> here = places.computeIfAbsent(place, any -> new ArrayList<>());
        Wording words = new Wording(violation.message(), "not possible: " + violation.message());
        if (!here.contains(words) && !here.contains(NONE_AND_MORE)) {
            here.add(words);
        }
    }

    private static boolean readable(Fact fact, JsonNode value) {
        return switch (fact.kind()) {
            case NUMBER ->
                value.isNumber() && (fact != Fact.SUPPLIES || value.asText().matches("[1-9]"));
            case FLAG -> value.isBoolean();
            case WORD -> fact.words().containsKey(value.asText());
            case SET ->
                StreamSupport.stream(value.spliterator(), false)
                        .allMatch(word -> fact.words().containsKey(word.asText()));
        };
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static String place(Fact fact) {
        return "/works/" + fact.written();
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    List<Wording> at(String place) {
        return places.getOrDefault(place, List.of());
    }

    List<Field> fields(List<Fact> facts, Entered entered) {
        return facts.stream()
                .map(fact -> new Field(fact, entered.all(fact.written()), at(place(fact))))
                .toList();
    }
}
