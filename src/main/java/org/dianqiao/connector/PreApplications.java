package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dianqiao.connector.PreApplicationStore.Place;
import org.dianqiao.delivery.Delivery;
import org.springframework.stereotype.Component;

/**
 * Numbers of applications in marketing systems 预申请编号: the environment, the time to the second, the division, and two
 * digits. The form is theirs and has room for a hundred in a second; systems that leave those two digits to chance give
 * the same number twice within a dozen.
 */
@Component
class PreApplications {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private final PreApplicationStore store;
    private final MarketingSettings settings;
    private final Clock clock;

    PreApplications(PreApplicationStore store, MarketingSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A number as one attempt finds it.
     *
     * @param mayBeThere another attempt has had it before: the application may have arrived
     */
    record Numbered(PreApplication application, boolean mayBeThere) {}

    /** The number of a message: the first time a new one, then always that, on whatever node. */
    Numbered number(Delivery delivery, JsonNode payload) {
        return known(delivery).orElseGet(() -> {
            PreApplication fresh = fresh(delivery, payload);
            boolean first = store.bind(fresh, delivery.partner(), delivery.messageId(), clock.instant());
            return first ? new Numbered(fresh, false) : known(delivery).orElseThrow();
        });
    }

    private Optional<Numbered> known(Delivery delivery) {
        return store.ofMessage(delivery.partner(), delivery.messageId()).map(known -> new Numbered(known, true));
    }

    private PreApplication fresh(Delivery delivery, JsonNode payload) {
        String region = payload.at("/site/regionCode").asText();
        Instant second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Place place = store.next(settings.environment(), region, second);
        return new PreApplication(
                "%s%s%s%02d".formatted(settings.environment(), TIME.format(place.second()), region, place.serial()),
                payload.path("applicationNo").asText(),
                delivery.caseId());
    }

    Optional<PreApplication> called(String number, String partner) {
        return store.called(number, partner);
    }

    /** When something was first called back that does not say when it was. */
    Instant firstHeard(PreApplication application, byte[] sm3) {
        return store.firstHeard(application.number(), sm3, clock.instant());
    }
}
