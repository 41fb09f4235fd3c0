package org.dianqiao.verifier;

import java.util.Optional;

/** What the answer says in its body: a receipt names the message, a refusal its code. A reply may say anything. */
record AnswerBody(Entry entry, Findings findings) {

    private static final int DEEPEST = 500;

    /** The head that our receipt brought along. */
    Optional<Head> check(Statement message, Manifest answer, Intake body) {
        boolean read = answer.kind().equals("receipt") || (answer.kind().equals("refusal") && entry.in());
        if (!read || body.length() == 0) {
            return Optional.empty();
        }
        try {
            Malformed.unless(body.whole(), "过长", "it is too long");
            return check(message, answer, Fields.of(body.kept(), DEEPEST));
        } catch (Malformed e) {
            findings.add(Flaw.MALFORMED, Layout.BODY, e.why());
            return Optional.empty();
        }
    }

    private Optional<Head> check(Statement message, Manifest answer, Fields said) {
        if (answer.kind().equals("refusal")) {
            require(said.text("code").equals(entry.outcome()), "code");
            return Optional.empty();
        }
        require(said.text("manifest").equals(message.sm3()), "manifest");
        said.text("accepted");
        if (!entry.in()) {
            return Optional.empty();
        }
        require(said.text("entry").equals(entry.id()), "entry");
        return Optional.of(Head.of(Fields.of(said.members().get("head"))));
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            findings.add(Flaw.ANSWER_MISMATCH, what);
        }
    }
}
