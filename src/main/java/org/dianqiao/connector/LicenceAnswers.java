package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.trust.OpeningKey;
import org.springframework.stereotype.Component;

/**
 * What a licence service answered. It says 200 to everything, so the mapping reads its `head`; the mapping is told what
 * day it is, for whether a licence is valid depends on that.
 */
@Component
class LicenceAnswers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Dialects dialects;
    private final UnsignedAnswers answers;
    private final LicenceEnvelope envelope;
    private final Clock clock;

    LicenceAnswers(Dialects dialects, UnsignedAnswers answers, OpeningKey key, Clock clock) {
        this.dialects = dialects;
        this.answers = answers;
        this.envelope = new LicenceEnvelope(key);
        this.clock = clock;
    }

    /** Of several calls all replies together, or the first that is none: half of what was asked for is no answer. */
    Outcome read(Consignment question, List<Heard> heard, String mapping) {
        List<Outcome> outcomes = heard.stream()
                .map(each -> answers.read(question, each, raw -> understand(raw, mapping)))
                .toList();
        return outcomes.stream()
                .filter(outcome -> !(outcome instanceof Delivered))
                .findFirst()
                .orElseGet(() -> joined(question, outcomes));
    }

    /** A MappingFault is an answer that cannot be understood. */
    JsonNode understand(Raw raw, String mapping) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("today", LocalDate.ofInstant(clock.instant(), CHINA).toString());
        answer.set("answer", envelope.opened(dialects.read(raw.body(), mapping)));
        return dialects.understand(answer, mapping);
    }

    private Outcome joined(Consignment question, List<Outcome> outcomes) {
        if (outcomes.size() == 1) {
            return outcomes.get(0);
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        outcomes.forEach(outcome -> join(all, StrictJson.read(((Delivered) outcome).body())));
        return answers.replied(question, all);
    }

    /** A list goes on with the next one's. */
    private static void join(ObjectNode all, JsonNode reply) {
        reply.properties().forEach(member -> {
            if (member.getValue() instanceof ArrayNode list) {
                all.withArray("/" + member.getKey()).addAll(list);
            } else {
                all.set(member.getKey(), member.getValue());
            }
        });
    }
}
