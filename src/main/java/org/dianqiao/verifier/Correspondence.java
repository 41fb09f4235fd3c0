package org.dianqiao.verifier;

import java.util.Optional;

/** Whether entry, message and answer speak of the same exchange. */
record Correspondence(Entry entry, Findings findings) {

    void check(Statement message) {
        Manifest manifest = message.manifest();
        requireEntry(entry.messageId().equals(manifest.id()), "message id", message);
        requireEntry(entry.kind().equals(manifest.kind()), "kind", message);
        requireEntry(entry.service().equals(manifest.service()), "service", message);
        requireEntry(Optional.of(entry.partner()).equals(partner(manifest)), "partner", message);
        requireEntry(entry.manifest().equals(message.sm3()), "manifest digest", message);
        requireEntry(entry.signature().equals(Sm3.hex(message.signatureBytes())), "signature digest", message);
    }

    void check(Statement message, Statement answer) {
        Manifest said = answer.manifest();
        requireEntry(entry.answer().equals(answer.sm3()), "answer digest", answer);
        requireAnswer(said.replyTo().filter(message.manifest().id()::equals).isPresent(), "replyTo");
        requireAnswer(said.service().equals(message.manifest().service()), "service");
        if (entry.in()) {
            requireAnswer(said.to().filter(entry.partner()::equals).isPresent(), "to");
            requireAnswer(!said.from().equals(entry.partner()), "from");
        } else {
            requireAnswer(said.from().equals(entry.partner()), "from");
        }
        requireAnswer(said.parts().size() <= 1 || said.kind().equals("reply"), "parts");
    }

    /** Which kind of answer an outcome is told by; an answer that is not there is right where none is wanted. */
    void checkOutcome(Optional<Manifest> answer) {
        boolean fits = answer.map(manifest -> fits(manifest.kind())).orElse(endsWithoutAnswer());
        requireAnswer(fits, "kind");
    }

    private boolean fits(String kind) {
        return switch (entry.outcome()) {
            case "accepted" -> entry.in() && kind.equals(entry.kind().equals("query") ? "reply" : "receipt");
            case "delivered" -> !entry.in() && kind.equals("receipt");
            case "answered" -> !entry.in() && entry.kind().equals("query") && kind.equals("reply");
            case "expired" -> false;
            case "refused" -> !entry.in() && kind.equals("refusal");
            default -> kind.equals("refusal");
        };
    }

    private boolean endsWithoutAnswer() {
        return !entry.answered()
                && !entry.in()
                && (entry.outcome().equals("expired") || entry.outcome().equals("refused"));
    }

    private Optional<String> partner(Manifest manifest) {
        return entry.in() ? Optional.of(manifest.from()) : manifest.to();
    }

    private void requireEntry(boolean holds, String what, Statement statement) {
        if (!holds) {
            findings.add(Flaw.ENTRY_MISMATCH, what, statement.folder());
        }
    }

    private void requireAnswer(boolean holds, String what) {
        if (!holds) {
            findings.add(Flaw.ANSWER_MISMATCH, what);
        }
    }
}
