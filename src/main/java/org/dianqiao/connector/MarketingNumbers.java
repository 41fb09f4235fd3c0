package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.connector.MarketingNumberStore.Place;
import org.dianqiao.delivery.Delivery;
import org.springframework.stereotype.Component;

/**
 * Numbers of applications in marketing systems 预申请编号: the environment, the time to the second, the division, and two
 * digits. The form is theirs and has room for a hundred in a second; systems that leave those two digits to chance give
 * the same number twice within a dozen. For leads and results they have no form: the message's own id is their number.
 */
@Component
class MarketingNumbers {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private static final String APPLIED = "supply.applied";

    /** What each service is about, as its payload has it. */
    private static final Map<String, String> ABOUT =
            Map.of(APPLIED, "applicationNo", "lead.assigned", "leadNo", "permit.result", "filingNo");

    private final MarketingNumberStore store;
    private final MarketingSettings settings;
    private final Clock clock;

    MarketingNumbers(MarketingNumberStore store, MarketingSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A number as one attempt finds it.
     *
     * @param mayBeThere another attempt has had it before: the message may have arrived
     */
    record Numbered(MarketingNumber given, boolean mayBeThere) {}

    /** The number of a message: the first time a new one, then always that, on whatever node. */
    Numbered number(Delivery delivery, JsonNode payload) {
        return known(delivery).orElseGet(() -> {
            MarketingNumber fresh = fresh(delivery, payload);
            boolean first = store.bind(fresh, delivery.partner(), delivery.messageId(), clock.instant());
            return first ? new Numbered(fresh, false) : known(delivery).orElseThrow();
        });
    }

    private Optional<Numbered> known(Delivery delivery) {
        return store.ofMessage(delivery.partner(), delivery.messageId()).map(known -> new Numbered(known, true));
    }

    private MarketingNumber fresh(Delivery delivery, JsonNode payload) {
        String number = delivery.service().equals(APPLIED) ? ofTheirForm(payload) : delivery.messageId();
        String about = payload.path(ABOUT.getOrDefault(delivery.service(), "")).asText();
        return new MarketingNumber(number, about, delivery.caseId());
    }

    private String ofTheirForm(JsonNode application) {
        String region = application.at("/site/regionCode").asText();
        Instant second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Place place = store.next(settings.environment(), region, second);
        return "%s%s%s%02d".formatted(settings.environment(), TIME.format(place.second()), region, place.serial());
    }

    /** An application by its number. */
    Optional<MarketingNumber> called(String number, String partner) {
        return store.called(number, partner);
    }

    /** When something was first called back that does not say when it was. */
    Instant firstHeard(MarketingNumber application, byte[] sm3) {
        return store.firstHeard(application.number(), sm3, clock.instant());
    }
}
