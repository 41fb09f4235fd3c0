package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a gateway holds of tasks: which status may follow which, and which papers nobody may ask for. */
final class TaskStates {

    private static final Map<String, Set<String>> MAY_FOLLOW = Map.ofEntries(
            Map.entry("", Set.of("1")),
            Map.entry("1", Set.of("2", "3", "4", "5", "6")),
            Map.entry("6", Set.of("7")),
            Map.entry("7", Set.of("3", "5")),
            Map.entry("3", Set.of("8")),
            Map.entry("8", Set.of("9", "11", "12", "13", "14")),
            Map.entry("9", Set.of("10")),
            Map.entry("10", Set.of("8")),
            Map.entry("11", Set.of("15")),
            Map.entry("12", Set.of("15")));

    private final Map<String, String> states = new ConcurrentHashMap<>();

    /** Why it is refused, if it is. */
    Optional<String> judge(ObjectNode decided) {
        String task = decided.path("taskNo").asText();
        String before = states.getOrDefault(task, "");
        String status = decided.path("status").asText();
        if (!MAY_FOLLOW.getOrDefault(before, Set.of()).contains(status)) {
            return Optional.of("状态不能由 " + before + " 变为 " + status);
        }
        if (decided.path("documentsAsked").path(0).asText().equals("identity-of-neighbours")) {
            return Optional.of("状态 6 不得要求 identity-of-neighbours");
        }
        states.put(task, status);
        return Optional.empty();
    }
}
