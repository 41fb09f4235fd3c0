package org.dianqiao.delivery;

import java.net.URI;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.Kind;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/** One attempt to deliver: `routes/delivery/native.camel.yaml`. */
@Component
public class DeliverySteps {

    static final String DELIVERY = "delivery";

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
        exchange.setProperty(DELIVERY, delivery);
        DeliveryBody body = DeliveryBody.of(delivery.messageId(), consignment.parts(), store);
        LineSteps.prepare(exchange.getMessage(), endpoint(delivery.partner()), delivery, body);
    }

    public Outcome understand(@Body Heard heard, @ExchangeProperty(DELIVERY) Delivery delivery) {
        return answers.read(delivery, Kind.RECEIPT, heard);
    }

    private URI endpoint(String partner) {
        return partners.current()
                .find(partner)
                .map(Partner::endpoint)
                .orElseThrow(() -> new IllegalStateException(partner + " has no endpoint"))
                .url();
    }
}
