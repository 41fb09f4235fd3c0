package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The decision on the path of a case, as it was made then, whatever the packs say today.
 *
 * @param rule nothing where it is undecided
 */
public record Ruling(
        String path,
        @Nullable String rule,
        String document,
        String clause,
        @Nullable Limit limit,
        boolean lapsed,
        List<String> reasons,
        String pack,
        String version) {

    static Optional<Ruling> of(JsonNode decision) {
        return decision.isObject() ? Optional.of(read(decision)) : Optional.empty();
    }

    private static Ruling read(JsonNode decision) {
        return new Ruling(
                decision.path("path").asText("undecided"),
                decision.path("rule").asText(null),
                decision.path("citation").path("document").asText(),
                decision.path("citation").path("clause").asText(),
                limit(decision.path("limit")),
                decision.path("lapsed").asBoolean(),
                StreamSupport.stream(decision.path("reasons").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                decision.path("pack").asText(),
                decision.path("packVersion").asText());
    }

    private static @Nullable Limit limit(JsonNode limit) {
        return limit.has("value")
                ? Limit.of(
                        limit.path("value").asText() + " " + limit.path("unit").asText())
                : null;
    }
}
