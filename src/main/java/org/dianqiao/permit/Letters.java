package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianqiao.calendar.Limit;
import org.dianqiao.exchange.Attestation;

/** The words of what the gateway says of a filing. Pure. */
final class Letters {

    static final String ACCEPTED = "permit.accepted";
    static final String TASK = "permit.task-assigned";
    static final String RESULT = "permit.result";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> FILED =
            List.of("projectCode", "works", "site", "applicant", "contractor", "plannedStart", "plannedFinish");
    private static final List<String> DECIDED =
            List.of("taskNo", "department", "status", "documentNo", "opinion", "at", Attestation.MEMBER);

    private Letters() {}

    static ObjectNode accepted(PermitCase permit) {
        ObjectNode letter = JSON.objectNode()
                .put("filingNo", permit.filing().number())
                .put("caseNo", permit.file().caseNo());
        letter.set("decision", permit.decision());
        ArrayNode tasks = letter.putArray("tasks");
        permit.tasks().forEach(task -> {
            ObjectNode each = tasks.addObject().put("taskNo", task.number()).put("department", task.department());
            copy(task.told(), "due", each);
            if (task.partner().isEmpty()) {
                each.put("unassigned", true);
            }
        });
        return letter;
    }

    static ObjectNode task(PermitCase permit, Task task) {
        ObjectNode letter = JSON.objectNode()
                .put("taskNo", task.number())
                .put("filingNo", permit.filing().number())
                .put("caseNo", permit.file().caseNo())
                .put("department", task.department());
        if (task.told().has("name")) {
            letter.set("departmentName", task.told().path("name"));
        }
        copy(task.told(), "item", letter);
        FILED.forEach(member -> copy(permit.filing().told(), member, letter));
        copy(task.told(), "limit", letter);
        copy(task.told(), "due", letter);
        copy(permit.decision(), "rule", letter);
        copy(permit.filing().told(), "documents", letter);
        return letter;
    }

    static ObjectNode result(PermitCase permit, FilingOutcome outcome) {
        ObjectNode letter = JSON.objectNode()
                .put("filingNo", permit.filing().number())
                .put("caseNo", permit.file().caseNo())
                .put("outcome", outcome.written());
        letter.set("decision", permit.decision());
        copy(permit.file().told(), "startFrom", letter);
        ArrayNode tasks = letter.putArray("tasks");
        permit.tasks().stream().filter(Task::ended).forEach(task -> tasks.add(decided(task)));
        return letter;
    }

    private static ObjectNode decided(Task task) {
        ObjectNode each = JSON.objectNode();
        DECIDED.forEach(member -> copy(task.told(), member, each));
        if (task.told().has("licence")) {
            ObjectNode licence = task.told().path("licence").deepCopy();
            if (licence.has("part")) {
                licence.put("part", licencePart(task));
            }
            each.set("licence", licence);
        }
        return each;
    }

    /** Of two departments both may call theirs `licence`. */
    static String licencePart(Task task) {
        return "licence-" + task.department();
    }

    static ObjectNode limit(Limit limit) {
        return JSON.objectNode()
                .put("value", limit.value())
                .put("unit", limit.unit().name());
    }

    static byte[] bytes(ObjectNode letter) {
        return letter.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void copy(JsonNode from, String member, ObjectNode to) {
        if (from.has(member)) {
            to.set(member, from.path(member));
        }
    }
}
