package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.DeliverySettings;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Silence;
import org.dianqiao.delivery.Outcome;
import org.springframework.stereotype.Component;

/** Questions to a licence service, which knows one type of licence at a time: `routes/connectors/licence-service/`. */
@Component
public class LicenceServiceSteps {

    private static final String SENT = "sent";
    private static final String UNTIL = "until";
    private static final String JSON = "application/json;charset=UTF-8";

    private final Dialects dialects;
    private final Addresses addresses;
    private final LicenceAnswers answers;
    private final DeliverySettings settings;

    LicenceServiceSteps(Dialects dialects, Addresses addresses, LicenceAnswers answers, DeliverySettings settings) {
        this.dialects = dialects;
        this.addresses = addresses;
        this.answers = answers;
        this.settings = settings;
    }

    /** Into their words. */
    public List<LicenceCall> write(Exchange exchange, @Body Consignment question, String mapping) {
        exchange.setProperty(SENT, question);
        exchange.setProperty(UNTIL, System.nanoTime() + settings.timeout().toNanos());
        List<LicenceCall> calls = new ArrayList<>();
        for (JsonNode call : dialects.words(question, mapping)) {
            calls.add(new LicenceCall(call.path("operation").asText(), call.path("data")));
        }
        return calls;
    }

    /** Under our account, while there is time: so long for all of them together. Those that come too late are not made. */
    public void address(
            Exchange exchange,
            @Body LicenceCall call,
            @ExchangeProperty(SENT) Consignment question,
            @ExchangeProperty(UNTIL) long until) {
        boolean inTime = System.nanoTime() - until < 0;
        exchange.setProperty("inTime", inTime);
        if (inTime) {
            request(exchange.getMessage(), call, question.delivery().partner());
        } else {
            exchange.getMessage().setBody(new Silence("no time is left for " + call.operation(), true));
        }
    }

    private void request(Message request, LicenceCall call, String partner) {
        request.removeHeaders("*");
        addresses.of(partner, "/" + call.operation()).forEach(request::setHeader);
        request.setHeader(Exchange.CONTENT_TYPE, JSON);
        request.setBody(LicenceEnvelope.around(call.data(), addresses.credentials(partner)));
    }

    /** All that they answered, or the first that is no answer. */
    public Outcome understand(@Body List<Heard> heard, @ExchangeProperty(SENT) Consignment question, String mapping) {
        return answers.read(question, heard, mapping);
    }
}
