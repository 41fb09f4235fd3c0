package org.dianqiao.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Delivered;
import org.dianqiao.delivery.Outcome.Failed;
import org.dianqiao.partner.NoEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** One attempt: the route that speaks the partner's transport is run, and what follows from its outcome is decided. */
@Component
class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final DeliveryStore store;
    private final Ends ends;
    private final Node node;
    private final ProducerTemplate camel;
    private final Clock clock;
    private final Backoff backoff;
    private final Lanes lanes;
    private final Ways ways;

    Attempts(
            DeliveryStore store,
            Ends ends,
            Lanes lanes,
            Node node,
            DeliverySettings settings,
            ProducerTemplate camel,
            Ways ways,
            Clock clock) {
        this.store = store;
        this.ends = ends;
        this.node = node;
        this.camel = camel;
        this.ways = ways;
        this.clock = clock;
        this.backoff = new Backoff(settings, () -> ThreadLocalRandom.current().nextDouble());
        this.lanes = lanes;
    }

    void make(Consignment consignment) {
        Delivery delivery = consignment.delivery();
        if (delivery.expiresAt().isAfter(clock.instant())) {
            settle(delivery, outcome(consignment));
        } else {
            ends.expired(delivery);
        }
    }

    private Outcome outcome(Consignment consignment) {
        String way =
                ways.to(consignment.delivery().partner(), consignment.delivery().service());
        try {
            return camel.requestBody("direct:" + way, consignment, Outcome.class);
        } catch (CamelExecutionException e) {
            return unsent(consignment.delivery(), e.getCause());
        } catch (Error e) {
            return collapsed(consignment.delivery(), e);
        }
    }

    private static Outcome unsent(Delivery delivery, @Nullable Throwable cause) {
        if (cause instanceof DataAccessException databaseAway) {
            throw databaseAway;
        }
        if (cause instanceof MappingFault fault) {
            return new Declined("refused", "it cannot be said in their words: " + fault.getMessage(), null, null);
        }
        return cause instanceof NoEndpoint nowhere
                ? new Failed(String.valueOf(nowhere.getMessage()), false)
                : collapsed(delivery, cause);
    }

    private static Failed collapsed(Delivery delivery, @Nullable Throwable cause) {
        log.error("{} {}: the attempt failed on our side", delivery.partner(), delivery.messageId(), cause);
        return new Failed("on our side: " + cause, false);
    }

    private void settle(Delivery delivery, Outcome outcome) {
        if (outcome instanceof Failed failed) {
            failed(delivery, failed);
            return;
        }
        if (outcome instanceof Delivered delivered) {
            known(ends.delivered(delivery, delivered), delivery, "delivered");
        } else if (outcome instanceof Declined declined) {
            known(ends.declined(delivery, declined), delivery, "declined");
        }
        if (lanes.answered(delivery.partner())) {
            log.info("{} answers again", delivery.partner());
        }
    }

    private static void known(boolean settled, Delivery delivery, String end) {
        if (settled) {
            log.debug("{} {} {}: {}", delivery.partner(), delivery.service(), delivery.messageId(), end);
        } else {
            lost(delivery, end);
        }
    }

    private static void lost(Delivery delivery, String end) {
        log.warn(
                "{} {} {}: {}, but our lease was over and another node settles it",
                delivery.partner(),
                delivery.service(),
                delivery.messageId(),
                end);
    }

    private void failed(Delivery delivery, Failed failed) {
        lanes.failed(delivery.partner());
        Duration wait = backoff.after(delivery.attempts());
        if (!store.again(delivery, node.id(), clock.instant().plus(wait), failed.kept())) {
            lost(delivery, "failed, " + failed.problem());
            return;
        }
        log.warn(
                "{} {} {}: attempt {} failed, {}; again in {} s",
                delivery.partner(),
                delivery.service(),
                delivery.messageId(),
                delivery.attempts(),
                failed.problem(),
                wait.toSeconds());
    }
}
