package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dianqiao.codes.CitizenNumber;
import org.dianqiao.codes.Region;

/**
 * What an approval platform says has changed since a project got its code. What has not the shape that it has there stays
 * in the milestone that tells it, and changes nothing.
 */
final class Changes {

    private static final Map<String, Predicate<JsonNode>> SHAPES = Map.of(
            "projectName", Changes::isText,
            "regionCode", Changes::isRegion,
            "industryCode", Changes::isText,
            "investment10k", JsonNode::isNumber,
            "plannedStart", Changes::isDay,
            "plannedFinish", Changes::isDay,
            "owner", Changes::isPerson,
            "site", site -> has(site, "regionCode", "address"),
            "demand", JsonNode::isObject);

    private Changes() {}

    /** What the telling comes to by the milestones after it, which stand in their order. */
    static JsonNode after(JsonNode telling, Iterable<JsonNode> milestones) {
        ObjectNode now = telling.deepCopy();
        for (JsonNode milestone : milestones) {
            if (!ToldOfLead.at(milestone).isBefore(Origin.PROJECT.when(telling))) {
                milestone.path("changes").properties().forEach(change -> take(now, change.getKey(), change.getValue()));
            }
        }
        return now;
    }

    private static void take(ObjectNode now, String member, JsonNode change) {
        JsonNode next = joined(now.path(member), change);
        if (SHAPES.getOrDefault(member, any -> false).test(next)) {
            now.set(member, next);
        }
    }

    /** Of owner, site and demand what is not named stays. */
    private static JsonNode joined(JsonNode before, JsonNode change) {
        if (!before.isObject() || !change.isObject()) {
            return change;
        }
        ObjectNode both = before.deepCopy();
        return both.setAll((ObjectNode) change);
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.asText().isBlank();
    }

    /** Who changes a citizen's number alone does not say in the same breath that it is one. */
    private static boolean isPerson(JsonNode value) {
        boolean citizen = value.path("idType").asText().equals("111");
        return has(value, "kind", "name", "idType", "idNo")
                && !(citizen && CitizenNumber.check(value.path("idNo").asText()).isWrong());
    }

    private static boolean isRegion(JsonNode value) {
        return value.isTextual() && !Region.check(value.asText()).isWrong();
    }

    private static boolean isDay(JsonNode value) {
        try {
            return value.isTextual() && LocalDate.parse(value.asText()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean has(JsonNode value, String... texts) {
        return Stream.of(texts).map(value::path).allMatch(Changes::isText);
    }
}
