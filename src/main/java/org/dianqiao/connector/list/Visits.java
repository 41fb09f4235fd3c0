package org.dianqiao.connector.list;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Map<String, Set<String>> troubles = new ConcurrentHashMap<>();

    Visits(Folders folders, ProducerTemplate camel, ListSettings settings, Clock clock) {
        this.folders = folders;
        this.camel = camel;
        this.settings = settings;
        this.clock = clock;
    }

    void visit(Partner partner) {
        Map<String, Throwable> found = new LinkedHashMap<>();
        try {
            Endpoint endpoint = Objects.requireNonNull(partner.endpoint());
            List<Found> all = look(endpoint);
            Stillness stillness = seen.computeIfAbsent(partner.id(), id -> new Stillness());
            for (Found list : stillness.still(all, clock.instant(), settings.still())) {
                trouble(partner, endpoint, list, all)
                        .ifPresent(cause -> found.putIfAbsent(sentence(partner, cause), cause));
            }
        } catch (IOException e) {
            found.put(sentence(partner, e), e);
        }
        told(partner, found);
    }

    /** One that cannot be dealt with stays, and does not keep the others from their turn. */
    private Optional<Throwable> trouble(Partner partner, Endpoint endpoint, Found list, List<Found> all) {
        try {
            if (list.fault().isPresent()) {
                throw new IOException("a list has a name " + list.fault().get() + ", it is left where it is");
            }
            take(left(partner, endpoint, list, all));
            return Optional.empty();
        } catch (CamelExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        } catch (IOException | RuntimeException e) {
            return Optional.of(e);
        }
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

    private static String sentence(Partner partner, Throwable cause) {
        String why = isExpected(cause) ? String.valueOf(cause.getMessage()) : "a list was not dealt with, " + cause;
        return partner.id() + ": " + why;
    }

    private static boolean isExpected(Throwable cause) {
        return cause instanceof NotNow || cause instanceof IOException;
    }

    /** Each once, as long as it lasts. */
    private void told(Partner partner, Map<String, Throwable> found) {
        Set<String> before = troubles.getOrDefault(partner.id(), Set.of());
        found.forEach((sentence, cause) -> {
            if (before.contains(sentence)) {
                return;
            }
            if (isExpected(cause)) {
                log.warn("Lists are not taken: {}", sentence);
            } else {
                log.error("Lists are not taken: {}", sentence, cause);
            }
        });
        if (!before.isEmpty() && found.isEmpty()) {
            log.info("{}: its lists are taken again", partner.id());
        }
        troubles.put(partner.id(), Set.copyOf(found.keySet()));
    }

    /** Of partners who leave lists no longer nothing is told. */
    void only(Set<String> partners) {
        seen.keySet().retainAll(partners);
        troubles.keySet().retainAll(partners);
    }

    List<String> troubles() {
        return troubles.values().stream().flatMap(Set::stream).sorted().toList();
    }
}
