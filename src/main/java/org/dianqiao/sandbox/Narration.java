package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells on one line what was done and what came of it. */
record Narration(PrintStream out) {

    void tell(String what, Supplier<Answer> doing) {
        try {
            say(what + " → " + outcome(doing.get()));
        } catch (Unsent | FalseAnswer failed) {
            say(what + " → 未成 failed: " + failed.getMessage());
        }
    }

    void say(String line) {
        out.println("[sandbox] " + line);
    }

    private static String outcome(Answer answer) {
        return switch (answer.kind()) {
            case RECEIPT -> "已受理 accepted, " + answer.entry();
            case REPLY -> "已答复 answered" + decided(answer.json()) + ", " + answer.entry();
            case REFUSAL -> "退回 refused " + answer.status() + " " + answer.code() + " " + answer.detail();
        };
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
