package org.dianqiao.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.ledger.KeptTrust.Shown;
import org.dianqiao.trust.Sm2Certificate;

/** Shows what is kept of trust, entry after entry; what is the same for the next one is not read again. One thread. */
public final class Showing {

    private final KeptTrustStore store;
    private final Map<Set<String>, List<Sm2Certificate>> above = new Latest<>();
    private final Map<Set<String>, Lists> lists = new Latest<>();

    Showing(KeptTrustStore store) {
        this.store = store;
    }

    public Shown of(Collection<Sm2Certificate> signers, Instant at) {
        List<Sm2Certificate> all = Stream.concat(
                        signers.stream(), above.computeIfAbsent(issuers(signers), this::above).stream())
                .distinct()
                .toList();
        return new Shown(all.stream().map(Sm2Certificate::der).toList(), lists(issuers(all), at));
    }

    private List<Sm2Certificate> above(Set<String> names) {
        return store.above(names).stream().map(Sm2Certificate::of).toList();
    }

    private List<byte[]> lists(Set<String> issuers, Instant at) {
        Lists known = lists.get(issuers);
        if (known == null || !known.countedAt(at)) {
            known = read(issuers, at);
            lists.put(issuers, known);
        }
        return known.ders();
    }

    private Lists read(Set<String> issuers, Instant at) {
        Instant until = store.nextAfter(issuers, at).orElse(Instant.MAX);
        return new Lists(store.lists(issuers, at), at, until);
    }

    /** The same lists counted from one moment until before another. */
    private record Lists(List<byte[]> ders, Instant from, Instant until) {

        boolean countedAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    private static Set<String> issuers(Collection<Sm2Certificate> certificates) {
        return certificates.stream().map(Sm2Certificate::issuer).collect(Collectors.toUnmodifiableSet());
    }

    /** Lists may be large, so few are held. */
    private static final class Latest<T> extends LinkedHashMap<Set<String>, T> {

        private static final long serialVersionUID = 1;
        private static final int MOST = 8;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<String>, T> eldest) {
            return size() > MOST;
        }
    }
}
