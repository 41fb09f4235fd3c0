package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianqiao.delivery.Enclosed;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.springframework.stereotype.Component;

/** The files of the departments' licences 证照: each came with the message that told of it, and goes along with the result. */
@Component
class Licences {

    private final KeptPartStore parts;

    Licences(KeptPartStore parts) {
        this.parts = parts;
    }

    /** Where in its message the file stands that a licence names. */
    static Optional<Integer> place(JsonNode said, List<Part> parts) {
        String name = said.at("/licence/part").asText();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** What the task must remember to find the file again. */
    static ObjectNode whereabouts(ObjectNode task, int ordinal, Part part) {
        task.putObject("file")
                .put("ordinal", ordinal)
                .put("type", part.type())
                .put("length", part.length())
                .put("sm3", part.sm3());
        return task;
    }

    /** `cause`: the message whose parts are not kept yet. A file that was erased meanwhile is not named any more. */
    List<Enclosed> of(PermitCase permit, Message cause, ObjectNode letter) {
        List<Enclosed> enclosed = new ArrayList<>();
        for (Task task : permit.tasks()) {
            if (task.ended() && task.told().path("licence").has("part")) {
                Optional<Enclosed> file = file(task, cause);
                file.ifPresentOrElse(enclosed::add, () -> forget(task, letter));
            }
        }
        return enclosed;
    }

    private Optional<Enclosed> file(Task task, Message cause) {
        JsonNode file = task.told().path("file");
        Part part = new Part(
                Letters.licencePart(task),
                file.path("type").asText(),
                file.path("length").asLong(),
                file.path("sm3").asText(),
                false);
        String entry = task.told().path("fileEntry").asText();
        int ordinal = file.path("ordinal").asInt();
        Optional<Content> content = entry.equals(cause.entry())
                ? Optional.of(cause.contents().get(ordinal))
                : parts.find(entry, Role.MESSAGE, ordinal, part);
        return content.map(bytes -> new Enclosed(part, bytes));
    }

    private static void forget(Task task, ObjectNode letter) {
        for (JsonNode each : letter.path("tasks")) {
            if (each.path("taskNo").asText().equals(task.number())) {
                ((ObjectNode) each.path("licence")).remove("part");
            }
        }
    }
}
