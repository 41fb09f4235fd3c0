package org.dianqiao.delivery;

import java.util.List;
import org.apache.camel.Body;
import org.dianqiao.exchange.Message;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.springframework.stereotype.Component;

/** Passes messages on as they are, with their sender's signature. */
@Component
public class ForwardSteps {

    private final Outbox outbox;
    private final Watched<Partners> partners;

    ForwardSteps(Outbox outbox, Watched<Partners> partners) {
        this.outbox = outbox;
        this.partners = partners;
    }

    /** To everyone who receives the service and whose district and the sender's have a place in common. */
    public void pass(@Body Message message) {
        List<Partner> receivers = partners.current().all().stream()
                .filter(partner -> isFor(message, partner))
                .toList();
        receivers.forEach(partner -> outbox.pass(message, partner));
        if (receivers.isEmpty()) {
            outbox.passToNobody(message, "没有单位接收 " + message.service().name());
        }
    }

    private static boolean isFor(Message message, Partner partner) {
        Partner sender = message.sender();
        String to = message.to();
        boolean near = partner.actsFor(sender.region().text())
                || sender.actsFor(partner.region().text());
        boolean meant = to == null || to.equals(partner.id());
        return meant
                && near
                && !partner.id().equals(sender.id())
                && partner.receives(message.service().name());
    }
}
