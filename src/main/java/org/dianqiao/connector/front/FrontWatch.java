package org.dianqiao.connector.front;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.ProducerTemplate;
import org.dianqiao.partner.Partner;
import org.dianqiao.threads.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Called by the clock: front-end databases are read, each by itself, so that one that is slow or away holds up no other. */
@Component
public class FrontWatch {

    private static final Logger log = LoggerFactory.getLogger(FrontWatch.class);
    private static final int LONGEST = 200;

    private final FrontDatabases databases;
    private final FrontTurns turns;
    private final Ungranted ungranted;
    private final ProducerTemplate camel;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("fronts"));
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private volatile boolean closing;

    FrontWatch(FrontDatabases databases, FrontTurns turns, Ungranted ungranted, ProducerTemplate camel) {
        this.databases = databases;
        this.turns = turns;
        this.ungranted = ungranted;
        this.camel = camel;
    }

    public void read() {
        databases.letGo();
        List<Partner> readers = databases.readers();
        troubles.keySet().retainAll(readers.stream().map(Partner::id).toList());
        readers.stream()
                .filter(reader -> underWay.add(reader.id()))
                .forEach(reader -> threads.execute(() -> {
                    try {
                        read(new Front(reader));
                    } finally {
                        underWay.remove(reader.id());
                    }
                }));
    }

    private void read(Front front) {
        try {
            if (!turns.isOurs(front.id())) {
                return;
            }
            camel.requestBody("direct:" + front.way(), front);
            ungranted.since(front.id()).ifPresentOrElse(rows -> trouble(front, rows), () -> over(front));
        } catch (RuntimeException e) {
            trouble(front, reason(NestedExceptionUtils.getMostSpecificCause(e)));
        }
    }

    /** Told once, until it changes. Whose database is taken from its file while it is read has none that could be away. */
    private void trouble(Front front, String reason) {
        if (closing || !databases.has(front.id())) {
            return;
        }
        if (!reason.equals(troubles.put(front.id(), reason))) {
            log.error("{}: its front-end database is not read to its end: {}", front.id(), reason);
        }
    }

    private void over(Front front) {
        if (troubles.remove(front.id()) != null) {
            log.info("{}: its front-end database is read again", front.id());
        }
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String whole = cause.getClass().getSimpleName() + ": " + message;
        return whole.substring(0, Math.min(LONGEST, whole.length()));
    }

    /** Nothing is being read. */
    boolean isIdle() {
        return underWay.isEmpty();
    }

    /** Databases that are not read, with the reason, a sentence each. */
    public List<String> alarms() {
        return troubles.entrySet().stream()
                .map(trouble -> trouble.getKey() + ": " + trouble.getValue())
                .sorted()
                .toList();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        threads.shutdownNow();
    }
}
