package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.connector.Dialects.Written;
import org.dianqiao.connector.PreApplications.Numbered;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Failed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An application on its way to a marketing system: `routes/connectors/marketing/supply.applied.camel.yaml`.
 *
 * <p>The danger is the answer that does not come. The application may be there or not: sent again blindly it may be refused
 * as a repeat and so be lost for us while it is worked on there; counted as brought it may never have been. So whatever
 * may have been brought before is asked about by its number first.
 */
@Component
public class PreApplicationSteps {

    /** What the route does next: `ask` about the number, `send` the application, or neither. */
    private static final String NEXT = "next";

    private static final String NUMBERED = "numbered";
    private static final String REFUSED = "refused";

    private final PreApplications applications;
    private final Dialects dialects;
    private final UnsignedAnswers answers;

    PreApplicationSteps(PreApplications applications, Dialects dialects, UnsignedAnswers answers) {
        this.applications = applications;
        this.dialects = dialects;
        this.answers = answers;
    }

    public void number(Exchange exchange, @Body Consignment consignment) {
        Numbered numbered = applications.number(consignment.delivery(), consignment.payload());
        exchange.setProperty(OutwardSteps.SENT, consignment);
        exchange.setProperty(NUMBERED, numbered);
        exchange.setProperty(NEXT, numbered.mayBeThere() ? "ask" : "send");
    }

    /** Into their words, with the number that it goes by there. */
    public Written write(
            @ExchangeProperty(OutwardSteps.SENT) Consignment sent,
            @ExchangeProperty(NUMBERED) Numbered numbered,
            String mapping) {
        String number = numbered.application().number();
        return dialects.write(Dialects.message(sent).put("preAppNo", number), mapping);
    }

    /** Where it may have been there already, a refusal may be of the repeat only. */
    public Outcome understand(
            Exchange exchange,
            @Body Heard heard,
            @ExchangeProperty(OutwardSteps.SENT) Consignment sent,
            @ExchangeProperty(NUMBERED) Numbered numbered,
            String mapping) {
        return brought(exchange, answers.read(sent, heard, mapping), numbered);
    }

    /** Where they name the number in their answer, an answer about another says nothing. */
    public Outcome hold(
            Exchange exchange,
            @Body Heard heard,
            @ExchangeProperty(OutwardSteps.SENT) Consignment sent,
            @ExchangeProperty(NUMBERED) Numbered numbered,
            String mapping) {
        Outcome outcome = answers.read(sent, heard, raw -> understood(raw, numbered, mapping));
        return brought(exchange, outcome, numbered);
    }

    private static Outcome brought(Exchange exchange, Outcome outcome, Numbered numbered) {
        boolean doubtful = outcome instanceof Declined && numbered.mayBeThere();
        exchange.setProperty(REFUSED, doubtful ? outcome : null);
        exchange.setProperty(NEXT, doubtful ? "ask" : "nothing");
        return outcome;
    }

    /** Taken, or not there: then it is sent, or what they refused was the application. Anything else stays unknown. */
    public @Nullable Outcome reconcile(
            Exchange exchange,
            @Body Heard heard,
            @ExchangeProperty(OutwardSteps.SENT) Consignment sent,
            @ExchangeProperty(NUMBERED) Numbered numbered,
            String mapping) {
        AtomicBoolean absent = new AtomicBoolean();
        Outcome outcome = answers.read(sent, heard, raw -> {
            JsonNode said = understood(raw, numbered, mapping);
            absent.set(raw.status() < 300 && said.path("outcome").asText().equals("absent"));
            return said;
        });
        if (!absent.get()) {
            exchange.setProperty(NEXT, "nothing");
            return outcome instanceof Declined declined ? inVain(declined) : outcome;
        }
        Outcome refused = exchange.getProperty(REFUSED, Outcome.class);
        exchange.setProperty(NEXT, refused == null ? "send" : "nothing");
        return refused;
    }

    /** Not the application was refused, but the question about it. */
    private static Failed inVain(Declined declined) {
        return Failed.saying("asked about in vain: " + declined.problem(), declined.words());
    }

    /** The mapping is given their `answer` and what was `asked`: one about something else says nothing. */
    private JsonNode understood(Raw raw, Numbered numbered, String mapping) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.set("answer", dialects.read(raw.body(), mapping));
        given.putObject("asked").put("preAppNo", numbered.application().number());
        return dialects.understand(given, mapping);
    }
}
