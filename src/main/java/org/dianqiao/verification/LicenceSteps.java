package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Questions for licences 电子证照. */
@Component
public class LicenceSteps {

    private static final Logger log = LoggerFactory.getLogger(LicenceSteps.class);

    private final LedgerStore ledger;
    private final Reliances reliances;
    private final LicenceFiles files;

    LicenceSteps(LedgerStore ledger, Reliances reliances, LicenceFiles files) {
        this.ledger = ledger;
        this.reliances = reliances;
        this.files = files;
    }

    /** All licences of a reply and all files are about what was asked, or none of them goes on. */
    public Replied check(@Body Replied replied, @ExchangeProperty("query") Message query) {
        JsonNode reply = reply(replied);
        Optional<String> stranger = new LicenceQuestion(query.payload())
                .strangerIn(reply)
                .or(() -> files.strangerIn(query.payload(), reply, replied));
        if (stranger.isPresent()) {
            throw refused(replied, stranger.get());
        }
        return replied;
    }

    /** Who is told that a licence is good is told as well when it is no longer. */
    public Replied remember(@Body Replied replied, @ExchangeProperty("query") Message query) {
        Entry asked = replied.asked();
        String service = asked == null ? "" : asked.partner();
        return reliances.remembering(replied, query, Given.in(service, query.payload(), reply(replied)));
    }

    public void revoke(@Body Message revoked) {
        reliances.revoke(revoked);
    }

    /** That it was asked and answered stands in the ledger all the same. */
    private Refused refused(Replied replied, String stranger) {
        Entry asked = replied.asked();
        if (asked != null) {
            ledger.append(asked);
            log.warn(
                    "{} {} {}: the answer is about another: {}",
                    asked.partner(),
                    asked.service(),
                    asked.messageId(),
                    stranger);
        }
        return new Refused(Code.PROVIDER_FAILED, "答复单位所答并非所问（" + stranger + "），该答复未采用，请稍后重新查询。");
    }

    static JsonNode reply(Replied replied) {
        try (InputStream body = replied.body().content().open()) {
            return StrictJson.read(body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
