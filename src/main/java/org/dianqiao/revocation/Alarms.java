package org.dianqiao.revocation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.files.Watched;
import org.dianqiao.trust.RevocationList;
import org.dianqiao.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator must do something about. A list that is overdue counts for a day longer, and then nobody with a
 * certificate of that authority gets through any more; so it is told at its next update, not at the end. A list that
 * never came is told at once: nothing is known of what it says.
 */
final class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final Watched<Trust> trust;
    private final Visits visits;
    private final Clock clock;
    private Set<String> told = Set.of();

    Alarms(Watched<Trust> trust, Visits visits, Clock clock) {
        this.trust = trust;
        this.visits = visits;
        this.clock = clock;
    }

    void tell() {
        Set<String> now = new HashSet<>(all());
        now.stream().filter(alarm -> !told.contains(alarm)).sorted().forEach(log::error);
        if (now.isEmpty() && !told.isEmpty()) {
            log.info("No revocation list is overdue any more");
        }
        told = now;
    }

    List<String> all() {
        Trust current = trust.current();
        Instant now = clock.instant();
        Stream<String> overdue = current.overdue(now).stream().map(this::overdue);
        Stream<String> missing = visits.troubles().entrySet().stream()
                .filter(trouble -> current.lists().stream().noneMatch(list -> list.belongsTo(trouble.getKey())))
                .map(trouble -> "no revocation list of %s is known: %s"
                        .formatted(trouble.getKey().authority(), trouble.getValue()));
        return Stream.concat(overdue, missing).sorted().toList();
    }

    private String overdue(RevocationList list) {
        String troubles = visits.troubles().entrySet().stream()
                .filter(trouble -> list.belongsTo(trouble.getKey()))
                .map(trouble -> "; " + trouble.getValue())
                .collect(Collectors.joining());
        return "the revocation list of %s is overdue since %s, and from %s on certificates of that authority are refused%s"
                .formatted(list.issuer(), list.nextUpdate(), list.end(), troubles);
    }
}
