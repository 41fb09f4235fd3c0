package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianqiao.ledger.Entry;

/** What the gateway says in a manifest of its own beyond what every manifest says. */
public sealed interface Remark {

    void write(ObjectNode manifest);

    /**
     * That the answer was given before, and is given again because its provider is silent.
     *
     * @param entry of the reply in which it was given
     */
    record Held(Instant at, Duration age, String entry) implements Remark {

        private static final String MEMBER = "held";

        /** When an answer of ours was given first, if that was before. */
        public static Optional<Instant> since(byte[] manifest) {
            return Optional.ofNullable(StrictJson.readPayload(manifest)
                            .path(MEMBER)
                            .path("at")
                            .textValue())
                    .map(Instant::parse);
        }

        @Override
        public void write(ObjectNode manifest) {
            manifest.putObject(MEMBER)
                    .put("at", Entry.time(at))
                    .put("age", age.toSeconds())
                    .put("entry", entry);
        }
    }

    /** From which question of the sender this one follows. */
    record Drawn(String service, String id) implements Remark {

        public static boolean isIn(byte[] manifest) {
            return StrictJson.readPayload(manifest).has("drawnFrom");
        }

        @Override
        public void write(ObjectNode manifest) {
            manifest.putObject("drawnFrom").put("service", service).put("id", id);
        }
    }

    /** What we know of what is passed on, beside its sender's words, which stay as they are. */
    record Verified(List<Identifier> identifiers, List<Obtained> answers) implements Remark {

        /**
         * How one stood to its check.
         *
         * @param pointer where in the payload it stands
         */
        public record Identifier(String pointer, boolean suspect) {}

        /**
         * What the sender had asked about the same holder.
         *
         * @param id of their question
         * @param entry which proves question and answer
         * @param result the answer in a word
         */
        public record Obtained(String service, String id, String entry, Instant at, String result) {}

        @Override
        public void write(ObjectNode manifest) {
            ObjectNode verified = manifest.putObject("verified");
            ArrayNode list = verified.putArray("identifiers");
            identifiers.forEach(each -> list.addObject()
                    .put("pointer", each.pointer())
                    .put("result", each.suspect() ? "suspect" : "passed"));
            ArrayNode told = verified.putArray("answers");
            answers.forEach(each -> told.addObject()
                    .put("service", each.service())
                    .put("id", each.id())
                    .put("entry", each.entry())
                    .put("at", Entry.time(each.at()))
                    .put("result", each.result()));
        }
    }

    /** Which questions of the receiver were answered with what is now taken back, the last first. */
    record Relied(List<Question> questions) implements Remark {

        /** `entry`: of the reply. */
        public record Question(String id, String entry) {}

        @Override
        public void write(ObjectNode manifest) {
            ArrayNode list = manifest.putArray("relied");
            questions.forEach(
                    question -> list.addObject().put("id", question.id()).put("entry", question.entry()));
        }
    }
}
