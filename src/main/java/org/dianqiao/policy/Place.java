package org.dianqiao.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianqiao.calendar.Limit;
import org.dianqiao.files.Fault;
import org.dianqiao.files.LinedJson;
import org.jspecify.annotations.Nullable;

/** A place in a pack whose form has been checked. What is found wrong here is noted with its line and its rule. */
record Place(LinedJson file, String pointer, JsonNode node, List<Fault> faults) {

    private static final Pattern RULE = Pattern.compile("^/[a-z]+/\\d+");

    static Place root(LinedJson file, List<Fault> faults) {
        return new Place(file, "", file.root(), faults);
    }

    /** `HEN19-P2: `, where a place lies in a rule. */
    static String ruleOf(LinedJson file, String pointer) {
        Matcher rule = RULE.matcher(pointer);
        JsonNode id =
                rule.find() ? file.root().at(rule.group() + "/id") : file.root().at("/none");
        return id.isTextual() ? id.textValue() + ": " : "";
    }

    void fault(String reason) {
        faults.add(file.fault(pointer, ruleOf(file, pointer) + reason));
    }

    int line() {
        return file.line(pointer);
    }

    boolean present() {
        return !node.isMissingNode();
    }

    Place at(String name) {
        return new Place(file, pointer + "/" + name, node.path(name), faults);
    }

    Stream<Place> items(String name) {
        Place list = at(name);
        return IntStream.range(0, list.node.size())
                .mapToObj(i -> new Place(file, list.pointer + "/" + i, list.node.get(i), faults));
    }

    Stream<String> names() {
        return node.properties().stream().map(member -> member.getKey());
    }

    String text(String name) {
        return node.path(name).asText();
    }

    List<String> texts(String name) {
        return items(name).map(item -> item.node.asText()).toList();
    }

    Wording wording() {
        return new Wording(text("zh"), text("en"));
    }

    Wording wording(String name) {
        return at(name).wording();
    }

    @Nullable
    Limit limit(String name) {
        return node.has(name) ? limit(node.path(name)) : null;
    }

    static Limit limit(JsonNode text) {
        return Limit.of(text.asText());
    }

    /** The schema has seen that it is one. */
    LocalDate date(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            at(name).fault("`" + text(name) + "` is not a date");
            return LocalDate.EPOCH;
        }
    }

    @Nullable
    Double number(String name) {
        return node.has(name) ? node.path(name).doubleValue() : null;
    }
}
