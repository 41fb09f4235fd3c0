package org.dianqiao.connector.list;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dianqiao.delivery.Node;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.dianqiao.threads.Daemons;
import org.springframework.stereotype.Component;

/**
 * Called by the clock on every node: looks whether partners have left lists. Each folder is looked into by one node at a
 * time, and by a thread of its own, for a server that hangs must keep nobody waiting but its owner.
 */
@Component
public class ListWatch {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST_AT_ONCE = 16;
    private static final int SECONDS_TO_END = 5;

    private final Watched<Partners> partners;
    private final ListLeaseStore leases;
    private final Visits visits;
    private final Node node;
    private final ListSettings settings;
    private final Clock clock;
    private final Map<String, Instant> next = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("list"));

    ListWatch(
            Watched<Partners> partners,
            ListLeaseStore leases,
            Visits visits,
            Node node,
            ListSettings settings,
            Clock clock) {
        this.partners = partners;
        this.leases = leases;
        this.visits = visits;
        this.node = node;
        this.settings = settings;
        this.clock = clock;
    }

    public void look() {
        Instant now = clock.instant();
        if (!underWay.isEmpty()) {
            leases.renew(Set.copyOf(underWay), node.id(), now.plus(LEASE));
        }
        List<Partner> leaving =
                partners.current().all().stream().filter(ListWatch::leavesLists).toList();
        visits.only(leaving.stream().map(Partner::id).collect(Collectors.toSet()));
        leaving.stream().filter(partner -> isDue(partner, now)).forEach(partner -> begin(partner, now));
    }

    private static boolean leavesLists(Partner partner) {
        Endpoint endpoint = partner.endpoint();
        return endpoint != null && endpoint.isFolder();
    }

    private boolean isDue(Partner partner, Instant now) {
        return underWay.size() < MOST_AT_ONCE
                && !next.getOrDefault(partner.id(), Instant.MIN).isAfter(now)
                && !underWay.contains(partner.id());
    }

    private void begin(Partner partner, Instant now) {
        next.put(partner.id(), now.plus(settings.interval()));
        if (leases.take(partner.id(), node.id(), now, now.plus(LEASE)) && underWay.add(partner.id())) {
            threads.execute(() -> visit(partner));
        }
    }

    private void visit(Partner partner) {
        try {
            visits.visit(partner);
        } finally {
            underWay.remove(partner.id());
        }
    }

    /** Folders that cannot be used, a sentence for each. */
    public List<String> troubles() {
        return visits.troubles();
    }

    @PreDestroy
    void close() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    }
}
