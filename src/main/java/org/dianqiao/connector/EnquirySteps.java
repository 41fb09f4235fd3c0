package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.connector.Dialects.Written;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Questions to registers, where one of ours may be several of theirs. What they answer is held against what they were
 * asked: an answer about somebody else is none.
 */
@Component
public class EnquirySteps {

    private static final String TOLD = "told";

    private final Dialects dialects;
    private final UnsignedAnswers answers;
    private final Clock clock;

    EnquirySteps(Dialects dialects, UnsignedAnswers answers, Clock clock) {
        this.dialects = dialects;
        this.answers = answers;
        this.clock = clock;
    }

    /** The mapping is given their `answer`, what was `asked`, of whom and when it was `heard`, and what was `told` before. */
    public Outcome understand(
            @Body Heard heard,
            @ExchangeProperty(OutwardSteps.SENT) Consignment asked,
            @ExchangeProperty(TOLD) @Nullable JsonNode told,
            String mapping) {
        return answers.read(asked, heard, raw -> understood(asked, raw, told, mapping));
    }

    private JsonNode understood(Consignment asked, Raw raw, @Nullable JsonNode told, String mapping) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("answer", dialects.read(raw.body(), mapping));
        answer.set("asked", Dialects.message(asked));
        answer.putObject("heard").put("by", asked.delivery().partner()).put("at", Entry.time(clock.instant()));
        answer.set(TOLD, told);
        return dialects.understand(answer, mapping);
    }

    /** Whether what they told leads to a further question. */
    public boolean leadsFurther(
            @Body Outcome outcome, @ExchangeProperty(OutwardSteps.SENT) Consignment asked, String mapping) {
        return outcome instanceof Delivered delivered
                && dialects.further(asked, told(delivered), mapping).isPresent();
    }

    public Written further(
            Exchange exchange,
            @Body Delivered delivered,
            @ExchangeProperty(OutwardSteps.SENT) Consignment asked,
            String mapping) {
        JsonNode told = told(delivered);
        exchange.setProperty(TOLD, told);
        return dialects.further(asked, told, mapping).orElseThrow();
    }

    private static JsonNode told(Delivered delivered) {
        return StrictJson.readPayload(delivered.body());
    }
}
