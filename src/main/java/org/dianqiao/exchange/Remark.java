package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

        @Override
        public void write(ObjectNode manifest) {
            manifest.putObject("held")
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
