package org.dianqiao.exchange;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.catalogue.Service;
import org.dianqiao.exchange.Answers.Recorded;
import org.dianqiao.ledger.LedgerStore;
import org.springframework.stereotype.Component;

/** The path of a partner's message, step by step as `routes/exchange/receive.camel.yaml` walks it. */
@Component
public class ReceivingSteps {

    /** Set once it is certain who speaks: refusals are signed from here on. */
    static final String OPENED = "opened";

    /** Set once the sender may use the service: from here on a repeat gets its first answer whatever else is wrong. */
    static final String SERVICE = "service";

    private final Checks checks;
    private final Answers answers;
    private final ExchangeStore store;
    private final LedgerStore ledger;

    public ReceivingSteps(Checks checks, Answers answers, ExchangeStore store, LedgerStore ledger) {
        this.checks = checks;
        this.answers = answers;
        this.store = store;
        this.ledger = ledger;
    }

    public void open(Exchange exchange, @Body Arrival arrival) {
        exchange.setProperty(OPENED, checks.open(arrival));
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

    public void record(@Body Message message) {
        if (!store.bind(message, null)) {
            throw new Bound();
        }
        store.keepParts(message);
    }

    public Answer receipt(@Body Message message) {
        Recorded receipt = answers.receipt(message);
        ledger.append(receipt.entry());
        return receipt.answer();
    }
}
