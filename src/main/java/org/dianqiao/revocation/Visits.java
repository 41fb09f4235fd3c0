package org.dianqiao.revocation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.revocation.Visit.Source;
import org.dianqiao.revocation.Visit.Trouble;
import org.dianqiao.trust.ListPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where we have asked for lists, and how it went. What changes is told once. */
final class Visits {

    private static final Logger log = LoggerFactory.getLogger(Visits.class);

    private final Map<ListPoint, Visit> last = new ConcurrentHashMap<>();

    /** No certificate names the others any more. */
    void only(Set<ListPoint> points) {
        last.keySet().retainAll(points);
    }

    boolean due(ListPoint point, Instant now) {
        Visit visit = last.get(point);
        return visit == null || !visit.next().isAfter(now);
    }

    Optional<Source> source(ListPoint point) {
        return Optional.ofNullable(last.get(point)).map(Visit::source);
    }

    void succeeded(ListPoint point, Source source, Instant next) {
        Visit before = last.put(point, new Visit(source, next, null));
        if (before != null && before.trouble() != null) {
            log.info("The revocation list of {} is fetched again", point.authority());
        }
    }

    void failed(ListPoint point, String reason, Instant now, Instant next) {
        Trouble before = troubles().get(point);
        Trouble trouble = new Trouble(before == null ? now : before.since(), reason);
        last.put(point, new Visit(source(point).orElse(null), next, trouble));
        if (!trouble.equals(before)) {
            log.warn("The revocation list of {} is {}", point.authority(), trouble);
        }
    }

    Map<ListPoint, Trouble> troubles() {
        Map<ListPoint, Trouble> troubles = new LinkedHashMap<>();
        last.forEach((point, visit) -> {
            if (visit.trouble() != null) {
                troubles.put(point, visit.trouble());
            }
        });
        return troubles;
    }
}
