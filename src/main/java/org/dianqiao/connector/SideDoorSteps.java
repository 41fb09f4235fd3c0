package org.dianqiao.connector;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a partner says in its dialect, on its way in: `routes/connectors/<dialect>/`. */
@Component
public class SideDoorSteps {

    private static final Logger log = LoggerFactory.getLogger(SideDoorSteps.class);

    private final Dialects dialects;
    private final Edge edge;

    SideDoorSteps(Dialects dialects, Edge edge) {
        this.dialects = dialects;
        this.edge = edge;
    }

    /** Into our words. What cannot be put into them goes on as that. */
    public Translated translate(@Body Call call, String mapping) {
        return dialects.translate(call, mapping);
    }

    /** It becomes a message of its sender, attested by us, and walks the way of all messages. */
    public Answered attest(@Body Translated translated, String service) {
        return edge.attest(translated, service);
    }

    /** What failed on our side, for dialects that have a word for it: the gateway would have said the same. */
    public Answered fail(@Body Object reached, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        Translated translated = reached instanceof Translated far ? far : Translated.unread((Call) reached);
        log.error("{}: what it said was not taken", translated.call().partner().id(), cause);
        return Answered.unavailable(translated);
    }

    /** Back into their words. */
    public Reply answer(@Body Answered answered, String mapping) {
        return dialects.reply(answered, mapping);
    }
}
