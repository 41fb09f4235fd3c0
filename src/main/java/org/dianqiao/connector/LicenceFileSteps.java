package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.dianqiao.connector.Fetched.Missing;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Delivery;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Silence;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.delivery.ReplySettings;
import org.dianqiao.exchange.Said;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.partner.Tls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files of licences: `routes/connectors/licence-service/files.camel.yaml`. A link is good for one download and ten
 * minutes, so it is asked for and used at once, and never again. Where no file comes, the licence is told without it.
 */
@Component
public class LicenceFileSteps {

    private static final Logger log = LoggerFactory.getLogger(LicenceFileSteps.class);
    private static final String SENT = "sent";
    private static final String UNTIL = "until";
    private static final String TOLD = "told";
    private static final String ROOM = "room";
    private static final int MOST = 32;

    private final Dialects dialects;
    private final FileLinks links;
    private final UnsignedAnswers answers;
    private final FileTaking taking;
    private final ReplySettings settings;

    LicenceFileSteps(
            Dialects dialects, FileLinks links, UnsignedAnswers answers, FileTaking taking, ReplySettings settings) {
        this.dialects = dialects;
        this.links = links;
        this.answers = answers;
        this.taking = taking;
        this.settings = settings;
    }

    /** Whether files are asked for, and there is a licence that may have one. */
    public boolean areWanted(@Body Outcome outcome, @ExchangeProperty(SENT) Consignment question) {
        return outcome instanceof Delivered delivered
                && question.payload().path("files").asBoolean()
                && !told(delivered).path("licences").isEmpty();
    }

    /** A call for each licence that was told. */
    public List<LicenceCall> write(
            Exchange exchange,
            @Body Delivered delivered,
            @ExchangeProperty(SENT) Consignment question,
            String mapping) {
        ObjectNode told = told(delivered);
        exchange.setProperty(TOLD, told);
        exchange.setProperty(ROOM, new Room(settings.largest().toBytes() - delivered.body().length));
        List<LicenceCall> calls = new ArrayList<>();
        for (JsonNode licence : told.path("licences")) {
            JsonNode call = dialects.words(question, Dialects.message(question).set("licence", licence), mapping);
            calls.add(new LicenceCall(call.path("operation").asText(), call.path("data")));
        }
        return calls.subList(0, Math.min(MOST, calls.size()));
    }

    /** Goes where the link leads, if it may; otherwise what came of it is known already. */
    public void link(
            Exchange exchange,
            @Body Heard heard,
            @ExchangeProperty(SENT) Consignment question,
            @ExchangeProperty(TOLD) JsonNode told,
            String mapping) {
        Message request = exchange.getMessage();
        String partner = question.delivery().partner();
        Whereabouts place = links.read(heard, partner, identifier(exchange, told), mapping);
        exchange.setProperty("linked", place instanceof FileLink);
        request.removeHeaders("*");
        request.setBody(place instanceof FileLink ? null : place);
        if (place instanceof FileLink link) {
            request.setHeader(Exchange.HTTP_METHOD, "GET");
            request.setHeader(Exchange.HTTP_URI, link.withoutQuery());
            request.setHeader(Exchange.HTTP_RAW_QUERY, link.query());
            if (link.shown()) {
                request.setHeader(Tls.SHOWN_TO, partner);
            }
        }
    }

    /** What came, or why nothing did. */
    public Fetched take(
            Exchange exchange,
            @ExchangeProperty(SENT) Consignment question,
            @ExchangeProperty(TOLD) JsonNode told,
            @ExchangeProperty(UNTIL) long until,
            @ExchangeProperty(ROOM) Room room,
            @ExchangeProperty("query") org.dianqiao.exchange.Message query)
            throws IOException {
        Errand errand = new Errand(number(exchange) + 1, identifier(exchange, told), until, room.left);
        Fetched fetched = fetched(exchange.getMessage(), errand);
        fetched.file().ifPresent(said -> room.take(query, said));
        if (fetched instanceof Missing missing) {
            warn(question.delivery(), errand, missing);
        }
        return fetched;
    }

    private static void warn(Delivery delivery, Errand errand, Missing missing) {
        log.warn(
                "{} {} {}: no file of licence {}: {}: {}",
                delivery.partner(),
                delivery.service(),
                delivery.messageId(),
                errand.number(),
                missing.fault().word(),
                missing.why());
    }

    /** The reply again, with the files that it names. */
    public Outcome enclose(
            @Body List<Fetched> fetched,
            @ExchangeProperty(SENT) Consignment question,
            @ExchangeProperty(TOLD) ObjectNode told) {
        ObjectNode reply = told.deepCopy();
        JsonNode list = reply.path("licences");
        for (int i = 0; i < list.size(); i++) {
            Fetched each = i < fetched.size() ? fetched.get(i) : new Missing(FileFault.NOT_FETCHED, "");
            each.tell((ObjectNode) list.get(i));
        }
        List<Said> files =
                fetched.stream().map(Fetched::file).flatMap(Optional::stream).toList();
        return answers.replied(question, reply, files);
    }

    private Fetched fetched(Message answer, Errand errand) throws IOException {
        if (answer.getBody() instanceof Fetched known) {
            return known;
        }
        if (answer.getBody() instanceof Silence silence) {
            return new Missing(FileFault.NOT_FETCHED, silence.problem());
        }
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        try (InputStream in = answer.getBody(InputStream.class)) {
            if (status != 200 || in == null) {
                boolean elsewhere = status >= 300 && status < 400;
                return new Missing(elsewhere ? FileFault.LINK_REFUSED : FileFault.NOT_FETCHED, "HTTP " + status);
            }
            return taking.take(in, errand);
        } catch (IOException broken) {
            return new Missing(FileFault.NOT_FETCHED, String.valueOf(broken.getMessage()));
        }
    }

    private static String identifier(Exchange exchange, JsonNode told) {
        return told.path("licences").path(number(exchange)).path("identifier").asText();
    }

    private static int number(Exchange exchange) {
        return exchange.getProperty(Exchange.SPLIT_INDEX, Integer.class);
    }

    private static ObjectNode told(Delivered delivered) {
        return (ObjectNode) StrictJson.readPayload(delivered.body());
    }

    /** How much of a reply is left for files. */
    static final class Room {

        private long left;

        Room(long left) {
            this.left = left;
        }

        /** Kept until the question is answered. */
        void take(org.dianqiao.exchange.Message query, Said said) {
            query.keep(said.content());
            left -= said.part().length();
        }
    }
}
