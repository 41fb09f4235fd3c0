package org.dianqiao.delivery;

import java.net.URI;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/** One attempt to deliver to a partner who speaks the protocol, or to ask one: `routes/delivery/native.camel.yaml`. */
@Component
public class DeliverySteps {

    private static final String SENT = "sent";

    private final Watched<Partners> partners;
    private final KeptPartStore store;
    private final PartnerAnswers answers;

    DeliverySteps(Watched<Partners> partners, KeptPartStore store, PartnerAnswers answers) {
        this.partners = partners;
        this.store = store;
        this.answers = answers;
    }

    public void address(Exchange exchange, @Body Consignment consignment) {
        Delivery delivery = consignment.delivery();
        exchange.setProperty(SENT, consignment);
        DeliveryBody body = DeliveryBody.of(delivery.messageId(), consignment.parts(), store);
        URI endpoint = partners.current().endpoint(delivery.partner()).url();
        LineSteps.prepare(exchange.getMessage(), endpoint, delivery, body);
    }

    public Outcome understand(@Body Heard heard, @ExchangeProperty(SENT) Consignment sent) {
        return answers.read(sent.delivery(), sent.awaited(), heard);
    }
}
