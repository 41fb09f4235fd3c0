package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Remark.Verified.Obtained;
import org.dianqiao.exchange.Replied;
import org.dianqiao.partner.Partner;
import org.dianqiao.vault.Digests;
import org.springframework.stereotype.Component;

/**
 * What a partner was told of a holder before it sends their application on. Of an answer only one word is kept, and whoever
 * receives the application hears of those services alone that it may ask itself.
 */
@Component
public class ObtainedAnswers {

    private static final Duration LATELY = Duration.ofHours(24);

    /** So many fit into a manifest, whatever ids the asker gives. */
    private static final int MOST = 10;

    private final ObtainedAnswerStore store;
    private final Digests digests;
    private final Clock clock;

    ObtainedAnswers(ObtainedAnswerStore store, Digests digests, Clock clock) {
        this.store = store;
        this.digests = digests;
        this.clock = clock;
    }

    /** Put down in the transaction in which the reply is recorded. What is given again because its provider is silent is old. */
    Replied remembering(Replied replied, Message query, JsonNode reply) {
        String service = query.service().name();
        return replied.held() != null
                ? replied
                : AboutHolder.number(service, query.payload())
                        .map(number -> replied.leaving(
                                entry -> store.add(mark(number), query, entry, AboutHolder.result(service, reply))))
                        .orElse(replied);
    }

    /** Of the last day, the last first. */
    public List<Obtained> about(String number, Partner asker, Partner told) {
        Set<String> services = AboutHolder.SERVICES.stream()
                .filter(service -> told.grant(service).isPresent())
                .collect(Collectors.toSet());
        return store.find(mark(number), asker.id(), clock.instant().minus(LATELY), services, MOST);
    }

    void forget() {
        store.erase(clock.instant().minus(LATELY));
    }

    private byte[] mark(String number) {
        return digests.of("holder\n" + number.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }
}
