package org.dianqiao.sandbox;

import java.io.PrintStream;
import java.util.function.Supplier;

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
            case REPLY -> "已答复 answered, " + answer.entry();
            case REFUSAL -> "退回 refused " + answer.status() + " " + answer.code() + " " + answer.detail();
        };
    }
}
