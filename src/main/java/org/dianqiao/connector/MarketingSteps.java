package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.connector.Dialects.Written;
import org.dianqiao.connector.MarketingNumbers.Numbered;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Failed;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An application, a lead or a result on its way to a marketing system: `routes/connectors/marketing/bring.camel.yaml`.
 *
 * <p>The danger is the answer that does not come. What was sent may be there or not: sent again blindly it may be refused
 * as a repeat and so be lost for us while it is worked on there; counted as brought it may never have been. So whatever
 * may have been brought before is asked about by its number first.
 */
@Component
public class MarketingSteps {

    /** What the route does next: `ask` about the number, `send` what has it, or neither. */
    private static final String NEXT = "next";

    private static final String NUMBERED = "numbered";
    private static final String MAPPING = "mapping";
    private static final String ENCLOSED = "enclosed";
    private static final String SERVICE = "serviceCode";
    private static final String REFUSED = "refused";

    private final MarketingNumbers numbers;
    private final MarketingFiles files;
    private final Dialects dialects;
    private final UnsignedAnswers answers;
    private final Watched<Partners> partners;

    MarketingSteps(
            MarketingNumbers numbers,
            MarketingFiles files,
            Dialects dialects,
            UnsignedAnswers answers,
            Watched<Partners> partners) {
        this.numbers = numbers;
        this.files = files;
        this.dialects = dialects;
        this.answers = answers;
        this.partners = partners;
    }

    /** `mapping`: into which words of theirs it is put when it is sent. */
    public void number(Exchange exchange, @Body Consignment consignment, String mapping) {
        Numbered numbered = numbers.number(consignment.delivery(), consignment.payload());
        exchange.setProperty(OutwardSteps.SENT, consignment);
        exchange.setProperty(NUMBERED, numbered);
        exchange.setProperty(MAPPING, mapping);
        exchange.setProperty(NEXT, numbered.mayBeThere() ? "ask" : "send");
    }

    /** Its files go along. */
    public void enclose(Exchange exchange) {
        exchange.setProperty(ENCLOSED, true);
    }

    public Written send(
            Exchange exchange,
            @ExchangeProperty(OutwardSteps.SENT) Consignment sent,
            @ExchangeProperty(NUMBERED) Numbered numbered,
            @ExchangeProperty(MAPPING) String mapping)
            throws IOException, InterruptedException {
        ObjectNode ours = numbered(sent, numbered);
        if (exchange.getProperty(ENCLOSED, false, Boolean.class)) {
            ours.set("files", files.inTurn(exchange, sent.delivery()));
        }
        return write(exchange, sent, ours, mapping);
    }

    public Written ask(
            Exchange exchange,
            @ExchangeProperty(OutwardSteps.SENT) Consignment sent,
            @ExchangeProperty(NUMBERED) Numbered numbered,
            String mapping) {
        return write(exchange, sent, numbered(sent, numbered), mapping);
    }

    /** With the number that it goes by there, and the division where they are to look after it. */
    private ObjectNode numbered(Consignment sent, Numbered numbered) {
        String region = sent.payload().at("/site/regionCode").asText();
        return Dialects.message(sent)
                .put("number", numbered.given().number())
                .put("region", region.isEmpty() ? regionOf(sent.delivery().partner()) : region);
    }

    private String regionOf(String partner) {
        return partners.current().find(partner).orElseThrow().region().text();
    }

    /** Over the ESB the service is named twice: in the body and in the address. */
    private Written write(Exchange exchange, Consignment sent, ObjectNode ours, String mapping) {
        JsonNode theirs = dialects.words(sent, ours, mapping);
        exchange.setProperty(SERVICE, theirs.path(SERVICE).asText());
        return dialects.written(theirs, mapping);
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

    /** Taken, or not there: then it is sent, or what they refused was not the repeat. Anything else stays unknown. */
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

    /** Not what was sent was refused, but the question about it. */
    private static Failed inVain(Declined declined) {
        return Failed.saying("asked about in vain: " + declined.problem(), declined.words());
    }

    /** The mapping is given their `answer` and what was `asked`: one about something else says nothing. */
    private JsonNode understood(Raw raw, Numbered numbered, String mapping) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.set("answer", dialects.read(raw.body(), mapping));
        given.putObject("asked").put("number", numbered.given().number());
        return dialects.understand(given, mapping);
    }
}
