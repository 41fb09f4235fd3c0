package org.dianqiao.revocation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.files.Watched;
import org.dianqiao.revocation.Download.Got;
import org.dianqiao.revocation.Download.Version;
import org.dianqiao.revocation.Visit.Source;
import org.dianqiao.trust.ListPoint;
import org.dianqiao.trust.RevocationList;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm3;
import org.dianqiao.trust.Trust;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Called by the clock: asks for the revocation lists of all certificates that we know and of our own, where they say
 * that these are. Nobody waits for it: until a new list has come, the held one counts.
 */
@Component
public class RevocationWatch {

    private final Watched<Trust> trust;
    private final SigningKey key;
    private final FetchedLists lists;
    private final RevocationSettings settings;
    private final Addresses addresses = new Addresses();
    private final Visits visits;
    private final Alarms alarms;
    private final Download download;
    private final Clock clock;

    public RevocationWatch(
            Watched<Trust> trust, SigningKey key, FetchedLists lists, RevocationSettings settings, Clock clock) {
        this.trust = trust;
        this.key = key;
        this.lists = lists;
        this.settings = settings;
        this.visits = new Visits();
        this.alarms = new Alarms(trust, visits, clock);
        this.download = new Download(settings.patience());
        this.clock = clock;
    }

    public void fetch() {
        Duration interval = settings.interval();
        if (interval != null) {
            Set<ListPoint> points = points();
            visits.only(points);
            points.stream()
                    .filter(point -> visits.due(point, clock.instant()))
                    .forEach(point -> visit(point, interval));
            trust.refresh();
        }
        alarms.tell();
    }

    /** A gateway that is stopped does not wait for a server. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        download.close();
    }

    /** Certificates are, or will be, refused because a list is missing. */
    public List<String> alarms() {
        return alarms.all();
    }

    /** Lists that do not come at the moment, whether or not that has consequences yet. */
    public List<String> troubles() {
        return visits.troubles().entrySet().stream()
                .map(trouble -> "the revocation list of %s: %s"
                        .formatted(trouble.getKey().authority(), trouble.getValue()))
                .toList();
    }

    private Set<ListPoint> points() {
        Set<ListPoint> points = new HashSet<>(trust.current().points());
        points.addAll(key.certificate().points());
        points.removeIf(point -> addresses.of(point).isEmpty());
        return points;
    }

    private void visit(ListPoint point, Duration interval) {
        List<String> reasons = new ArrayList<>();
        for (URI address : addresses.of(point)) {
            try {
                Source source = ask(address, point);
                visits.succeeded(
                        point, source, RevocationSettings.next(clock.instant(), interval, source.nextUpdate()));
                return;
            } catch (NotFetched e) {
                reasons.add(address + ": " + e.getMessage());
            }
        }
        Instant now = clock.instant();
        visits.failed(point, String.join("; ", reasons), now, RevocationSettings.soon(now, interval));
    }

    private Source ask(URI address, ListPoint point) throws NotFetched {
        Optional<Source> before =
                visits.source(point).filter(source -> source.address().equals(address) && counts(source));
        Optional<Got> got = download.get(address, before.map(Source::version).orElse(Version.NONE));
        if (got.isEmpty()) {
            return before.orElseThrow();
        }
        RevocationList list = lists.keep(got.get().file(), point, trust.current(), clock.instant());
        return new Source(address, got.get().version(), Sm3.hex(Sm3.of(list.der())), list.nextUpdate());
    }

    /** Only of what we still have may a server say that it is still the same. */
    private boolean counts(Source source) {
        return trust.current().lists().stream()
                .anyMatch(list -> Sm3.hex(Sm3.of(list.der())).equals(source.sm3()));
    }
}
