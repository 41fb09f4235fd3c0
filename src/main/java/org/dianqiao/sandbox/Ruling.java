package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a department writes: its opinion, and with a permit the document's number and the licence. */
record Ruling(Office office, Stage stage) {

    private static final String TRAFFIC_PLAN = "traffic-plan";

    Letter on(Task task, Move move) {
        ObjectNode decided = Json.object()
                .put("taskNo", task.taskNo())
                .put("status", move.status().code())
                .put("opinion", move.status().opinion());
        if (move.asks()) {
            decided.putArray("documentsAsked").add(asked(task, move));
        }
        List<Part> licence = move.status().permits() ? List.of(permit(task, decided)) : List.of();
        decided.put("at", stage.now());
        return Letter.event("permit.decided", decided, licence).about(task.caseNo());
    }

    /** The traffic plan, or another of the papers that came with the task. */
    static String asked(Task task, Move move) {
        List<String> papers = task.documents();
        boolean traffic = papers.isEmpty() || papers.contains(TRAFFIC_PLAN);
        return Objects.requireNonNullElseGet(move.paper(), () -> traffic ? TRAFFIC_PLAN : papers.get(0));
    }

    private Part permit(Task task, ObjectNode decided) {
        String number = stage.numbers().next();
        String identifier = LicenceIdentifier.of(
                office.bureau().licenceType(), office.city().region(), serial(task.taskNo()));
        decided.put(
                "documentNo", office.city().zh() + office.bureau().heading() + "〔" + number.replace("-", "〕") + "号");
        decided.putObject("licence")
                .put("identifier", identifier)
                .put("number", number)
                .put("part", "licence");
        return Sheet.of("Permit " + number, "by " + office.id(), "for " + task.filingNo(), identifier)
                .part("licence");
    }

    /** A task has one licence, and no other task has its number. */
    private static String serial(String taskNo) {
        return taskNo.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }
}
