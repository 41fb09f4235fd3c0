package org.dianqiao.exchange;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.catalogue.Service;
import org.dianqiao.exchange.Answers.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The path of a partner's message, step by step as `routes/exchange/receive.camel.yaml` walks it. */
@Component
public class ReceivingSteps {

    /** Set once it is certain who speaks: refusals are signed from here on. */
    static final String OPENED = "opened";

    /** Set once the sender may use the service: from here on a repeat gets its first answer whatever else is wrong. */
    static final String SERVICE = "service";

    /** Set where the receipt of what was accepted also says where its part is to be sent. */
    public static final String UPLOAD = "upload";

    private final Checks checks;
    private final Answers answers;
    private final ExchangeStore store;

    public ReceivingSteps(Checks checks, Answers answers, ExchangeStore store) {
        this.checks = checks;
        this.answers = answers;
        this.store = store;
    }

    public void open(Exchange exchange, @Body Arrival arrival) {
        exchange.setProperty(OPENED, arrival.open(checks));
    }

    public void admit(Exchange exchange, @ExchangeProperty(OPENED) Opened opened) {
        Service service = checks.permit(opened);
        exchange.setProperty(SERVICE, service);
        checks.admit(opened, service);
    }

    public void read(
            Exchange exchange, @ExchangeProperty(OPENED) Opened opened, @ExchangeProperty(SERVICE) Service service) {
        exchange.getMessage().setBody(checks.read(opened, service));
        exchange.getMessage().setHeader("kind", opened.manifest().kind().word());
        exchange.getMessage().setHeader("service", service.name());
    }

    /** The last step of the transaction: whatever was done before it holds only if the id was still free. */
    public Answer record(@Body Message message, @ExchangeProperty(UPLOAD) @Nullable String upload) {
        Recorded receipt = answers.receipt(message, upload);
        if (!store.record(message, receipt.entry())) {
            throw new Bound();
        }
        return receipt.answer();
    }
}
