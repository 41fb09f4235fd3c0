package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.trust.Sm3;
import org.springframework.stereotype.Component;

/**
 * What a marketing system calls back 回调: `routes/connectors/marketing/call-back.camel.yaml`. It names nothing but the
 * number that we gave; what we know of that number is put beside its words before they are mapped.
 */
@Component
public class CallBackSteps {

    private static final List<String> OURS = List.of("known", "applicationNo", "case", "at");

    /** What is called back about: an `application` or a `lead`. */
    private static final String ABOUT = "about";

    private static final TextNode EMPTY = TextNode.valueOf("");

    private final Dialects dialects;
    private final MarketingNumbers numbers;
    private final LeadThreads leads;

    CallBackSteps(Dialects dialects, MarketingNumbers numbers, LeadThreads leads) {
        this.dialects = dialects;
        this.numbers = numbers;
        this.leads = leads;
    }

    public Translated translate(Exchange exchange, @Body Call call, String mapping) {
        Translated translated =
                dialects.translate(call, mapping, asked -> recall(call.partner().id(), asked));
        exchange.setProperty(ABOUT, isOfLead(translated.asked()) ? "lead" : "application");
        return translated;
    }

    /** Whoever names an application speaks of that. An element that is there and empty names none. */
    private static boolean isOfLead(JsonNode asked) {
        JsonNode data = asked.path("data");
        boolean ofApplication =
                data.hasNonNull("preAppNo") && !data.path("preAppNo").equals(EMPTY);
        return data.hasNonNull("leadNo") && !ofApplication;
    }

    /** Nobody tells us from outside what only we know. */
    private void recall(String partner, JsonNode asked) {
        if (!(asked instanceof ObjectNode said)) {
            return;
        }
        said.remove(OURS);
        if (isOfLead(said)) {
            leads.of(said.at("/data/leadNo").asText(), partner).ifPresent(thread -> said.put("case", thread));
        }
        String number = said.at("/data/preAppNo").textValue();
        if (number != null && !number.isBlank()) {
            Optional<MarketingNumber> application = numbers.called(number, partner);
            said.put("known", application.isPresent());
            recall(
                    said,
                    application.orElseThrow(
                            () -> MappingFault.at("/data/preAppNo", "预申请编号不存在", "no application has this number")));
        }
    }

    private void recall(ObjectNode said, MarketingNumber application) {
        byte[] words = said.path("data").toString().getBytes(StandardCharsets.UTF_8);
        said.put("applicationNo", application.about());
        said.put("case", application.caseId());
        if (said.at("/data/auditTime").asText().isBlank()) {
            said.put("at", numbers.firstHeard(application, Sm3.of(words)).toString());
        }
    }
}
