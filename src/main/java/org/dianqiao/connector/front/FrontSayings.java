package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.connector.Answered;
import org.dianqiao.connector.Call;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.Edge;
import org.dianqiao.connector.Translated;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Verdict.State;
import org.dianqiao.exchange.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rows become messages, in the name of whoever put them there. */
@Component
class FrontSayings {

    private static final Logger log = LoggerFactory.getLogger(FrontSayings.class);
    private static final String MEANS = "database";

    private final Dialects dialects;
    private final Edge edge;
    private final Ungranted ungranted;

    FrontSayings(Dialects dialects, Edge edge, Ungranted ungranted) {
        this.dialects = dialects;
        this.edge = edge;
        this.ungranted = ungranted;
    }

    /** What the gateway cannot take now is taken later. */
    Verdict say(Round round, Row row, Say say) {
        if (say.by().grant(say.service()).isEmpty()) {
            ungranted.found(round.front().id(), say);
            return new Verdict(row, State.WAITS, "等待网关授权发送 " + say.service());
        }
        try {
            return verdict(round, row, say, attest(round, row, say));
        } catch (Refused unavailable) {
            return new Verdict(row, State.LATER, null);
        }
    }

    private Answered attest(Round round, Row row, Say say) {
        Call call = new Call(say.by(), MEANS, "application/json", row.bytes());
        Translated translated =
                dialects.translate(call, say.mapping(), columns -> say.knowing().accept((ObjectNode) columns));
        return edge.attest(translated, say.service(), round.table() + " " + row.serial());
    }

    /** What is told them is a mapping's too. */
    private Verdict verdict(Round round, Row row, Say say, Answered answered) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.put("status", answered.status()).set("body", answered.body());
        JsonNode told = dialects.understand(said, round.front().mapping("answer"));
        String reason = told.path("reason").asText(null);
        switch (told.path("outcome").asText()) {
            case "taken" -> {
                say.said().run();
                return new Verdict(row, State.TAKEN, null);
            }
            case "failed" -> {
                log.info(
                        "{}: {} {} is not taken, {}",
                        say.by().id(),
                        round.table(),
                        row.serial(),
                        said.at("/body/code").asText());
                return new Verdict(row, State.FAILED, reason);
            }
            default -> {
                return new Verdict(row, State.LATER, null);
            }
        }
    }
}
