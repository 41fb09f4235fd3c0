package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells on one line what was done and what came of it. */
record Narration(PrintStream out) {

    /** The answer, where one came that proves something. */
    Optional<Answer> tell(String what, Supplier<Answer> doing) {
        try {
            Answer answer = doing.get();
            say(what + " → " + outcome(answer));
            return Optional.of(answer);
        } catch (Unsent | FalseAnswer failed) {
            say(what + " → 未成 failed: " + failed.getMessage());
            return Optional.empty();
        }
    }

    void say(String line) {
        out.println("[sandbox] " + line);
    }

    private static String outcome(Answer answer) {
        return switch (answer.kind()) {
            case RECEIPT -> "已受理 accepted, " + answer.entry();
            case REPLY -> "已答复 answered" + decided(answer.json()) + ", " + answer.entry();
            case REFUSAL -> "退回 refused " + answer.status() + " " + answer.code() + " " + why(answer);
        };
    }

    /** The faults where they are told, else the sentence. */
    private static String why(Answer refusal) {
        return refusal.errors().isEmpty()
                ? refusal.detail()
                : refusal.errors().stream().map(Answer.Violation::message).collect(Collectors.joining("；"));
    }

    /** A decision's path, its rule and the departments that work on it; nothing of other replies. */
    private static String decided(ObjectNode reply) {
        if (!reply.has("path")) {
            return "";
        }
        String departments = StreamSupport.stream(reply.path("departments").spliterator(), false)
                .map(department -> department.path("code").asText())
                .collect(Collectors.joining(" "));
        return " " + reply.path("path").asText() + " " + reply.path("rule").asText() + " [" + departments + "]";
    }
}
