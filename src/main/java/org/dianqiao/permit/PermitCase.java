package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Status;
import org.dianqiao.policy.Step;
import org.dianqiao.policy.Term;

/** A case about a permit: the filing, the decision on its path, the tasks of the departments, the result so far. */
record PermitCase(Casefile file) {

    private static final Duration TWO_YEARS = Duration.ofDays(730);

    /** Departments are at work. */
    static final String DECIDING = "deciding";

    static final String WITHDRAWN = "withdrawn";

    static ObjectNode opened(Filing filing, ObjectNode decision, Course course) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.set("filing", filing.told());
        told.set("decision", decision);
        told.put("path", course.path().written());
        if (course.startFrom() != null) {
            told.put("startFrom", course.startFrom().toString());
        }
        told.putArray("tasks");
        List<Term> duties = course.path() == Step.COMMITMENT
                ? course.commitments()
                : course.decision().duties();
        ArrayNode names = told.putArray("duties");
        duties.forEach(duty -> names.add(duty.name().zh()));
        return told;
    }

    Filing filing() {
        return new Filing(file.told().path("filing"));
    }

    ObjectNode decision() {
        return (ObjectNode) file.told().path("decision");
    }

    JsonNode told(String member) {
        return file.told().path(member);
    }

    List<Task> tasks() {
        return StreamSupport.stream(told("tasks").spliterator(), false)
                .map(task -> new Task((ObjectNode) task))
                .toList();
    }

    Optional<Task> task(String taskNo) {
        return tasks().stream().filter(task -> task.number().equals(taskNo)).findFirst();
    }

    PermitCase with(List<Task> tasks) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tasks.forEach(task -> list.add(task.told()));
        return with("tasks", list);
    }

    PermitCase with(Task changed) {
        return with(tasks().stream()
                .map(task -> task.number().equals(changed.number()) ? changed : task)
                .toList());
    }

    PermitCase with(String member, JsonNode value) {
        ObjectNode more = file.told().deepCopy();
        more.set(member, value);
        return new PermitCase(file.telling(more));
    }

    boolean isTakenBack() {
        return file.state().equals(WITHDRAWN);
    }

    /** `stillOwed`: the papers of the finished works; the case stays open until they are there. */
    PermitCase in(FilingOutcome outcome, boolean stillOwed) {
        return new PermitCase(file.in(outcome.written(), stillOwed));
    }

    /** What the last word of the departments makes of it; nothing while one of them owes its answer. */
    Optional<FilingOutcome> outcome() {
        if (tasks().isEmpty() || !tasks().stream().allMatch(Task::ended)) {
            return Optional.empty();
        }
        boolean passed =
                tasks().stream().allMatch(task -> task.status().orElseThrow().passed());
        boolean given = file.state().equals(FilingOutcome.APPROVED.written())
                || file.state().equals(FilingOutcome.REVOKED.written());
        boolean revoked = tasks().stream().anyMatch(task -> task.status().orElseThrow() == Status.REVOKED);
        return Optional.of(
                passed ? FilingOutcome.APPROVED : given && revoked ? FilingOutcome.REVOKED : FilingOutcome.REJECTED);
    }

    /**
     * The works are finished. Of several times that are told the first that can be counts: nobody gains time by telling a
     * later one.
     */
    PermitCase completed(String at) {
        Instant told = OffsetDateTime.parse(at).toInstant();
        boolean later = completedAt().filter(before -> !told.isBefore(before)).isPresent();
        return later ? this : with("completedAt", TextNode.valueOf(at));
    }

    Optional<Instant> completedAt() {
        return Optional.ofNullable(file.told().path("completedAt").asText(null))
                .map(at -> OffsetDateTime.parse(at).toInstant())
                .filter(at -> !isLongBeforeTheFiling(at));
    }

    /** A slip of the year, which would be past every period. What else is said of the day is a claim, and kept. */
    boolean isLongBeforeTheFiling(Instant at) {
        return at.isBefore(file.openedAt().minus(TWO_YEARS));
    }

    /** The identifier of the certificate that stands. */
    Optional<String> certificate() {
        return isRevoked()
                ? Optional.empty()
                : Optional.ofNullable(file.told().at("/certificate/number").asText(null));
    }

    boolean isRevoked() {
        return file.state().equals(FilingOutcome.REVOKED.written());
    }
}
