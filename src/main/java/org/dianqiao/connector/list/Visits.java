package org.dianqiao.connector.list;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.dianqiao.connector.folder.Folder;
import org.dianqiao.connector.folder.Folders;
import org.dianqiao.connector.folder.Found;
import org.dianqiao.connector.table.Table;
import org.dianqiao.delivery.Ways;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A look into a partner's folder, and what follows from it. Whatever goes wrong leaves the list where it is. */
@Component
class Visits {

    private static final Logger log = LoggerFactory.getLogger(Visits.class);

    private final Folders folders;
    private final ProducerTemplate camel;
    private final ListSettings settings;
    private final Clock clock;
    private final Map<String, Stillness> seen = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    Visits(Folders folders, ProducerTemplate camel, ListSettings settings, Clock clock) {
        this.folders = folders;
        this.camel = camel;
        this.settings = settings;
        this.clock = clock;
    }

    void visit(Partner partner) {
        try {
            Endpoint endpoint = Objects.requireNonNull(partner.endpoint());
            List<Found> found = look(endpoint);
            Stillness stillness = seen.computeIfAbsent(partner.id(), id -> new Stillness());
            List<Found> still = stillness.still(found, clock.instant(), settings.still());
            if (still.stream()
                            .filter(list -> !isDealtWith(partner, endpoint, list, found))
                            .count()
                    == 0) {
                good(partner);
            }
        } catch (IOException e) {
            trouble(partner, e);
        }
    }

    /** One that cannot be dealt with stays, and does not keep the others from their turn. */
    private boolean isDealtWith(Partner partner, Endpoint endpoint, Found list, List<Found> found) {
        try {
            take(left(partner, endpoint, list, found));
            return true;
        } catch (CamelExecutionException e) {
            trouble(partner, e.getCause() == null ? e : e.getCause());
        } catch (IOException | RuntimeException e) {
            trouble(partner, e);
        }
        return false;
    }

    private List<Found> look(Endpoint endpoint) throws IOException {
        try (Folder folder = folders.open(endpoint)) {
            return folder.look();
        }
    }

    private Left left(Partner partner, Endpoint endpoint, Found list, List<Found> found) throws IOException {
        ListName name = new ListName(list.name());
        boolean marked = found.stream().anyMatch(other -> other.name().equals(name.mark()));
        try (Folder folder = folders.open(endpoint)) {
            return new Left(partner, name, marked, folder.read(list.name(), Table.LARGEST));
        }
    }

    private void take(Left left) {
        camel.requestBody("direct:" + Ways.of(left.endpoint(), "list"), left);
    }

    /** Told once, until it is another. */
    private void trouble(Partner partner, Throwable cause) {
        boolean expected = cause instanceof NotNow || cause instanceof IOException;
        String why = expected ? String.valueOf(cause.getMessage()) : "a list was not dealt with, " + cause;
        String sentence = partner.id() + ": " + why;
        if (sentence.equals(troubles.put(partner.id(), sentence))) {
            return;
        }
        if (expected) {
            log.warn("Lists are not taken: {}", sentence);
        } else {
            log.error("Lists are not taken: {}", sentence, cause);
        }
    }

    /** Of partners who leave lists no longer nothing is told. */
    void only(Set<String> partners) {
        seen.keySet().retainAll(partners);
        troubles.keySet().retainAll(partners);
    }

    private void good(Partner partner) {
        if (troubles.remove(partner.id()) != null) {
            log.info("{}: its lists are taken again", partner.id());
        }
    }

    List<String> troubles() {
        return troubles.values().stream().sorted().toList();
    }
}
