package org.dianqiao.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;

/** What the authorities have taken back, as far as their newest lists tell. No list of an issuer: nothing is known. */
final class Revocations {

    private final Map<X500Name, List<RevocationList>> newest = new HashMap<>();

    Revocations(Collection<RevocationList> lists) {
        lists.stream()
                .collect(Collectors.toMap(RevocationList::part, list -> list, BinaryOperator.maxBy(RevocationList.AGE)))
                .values()
                .forEach(list -> newest.computeIfAbsent(list.issuerName(), issuer -> new ArrayList<>())
                        .add(list));
    }

    Stream<RevocationList> all() {
        return newest.values().stream().flatMap(List::stream);
    }

    Optional<String> objection(Sm2Certificate certificate, Instant at) {
        return of(certificate).stream()
                .flatMap(list -> objection(list, certificate, at).stream())
                .findFirst();
    }

    /** The moments at which that answer may change. */
    List<Instant> boundaries(Sm2Certificate certificate) {
        List<Instant> boundaries = new ArrayList<>();
        for (RevocationList list : of(certificate)) {
            boundaries.add(list.end());
            list.revoked(certificate.serialNumber()).ifPresent(boundaries::add);
        }
        return boundaries;
    }

    private List<RevocationList> of(Sm2Certificate certificate) {
        return newest.getOrDefault(certificate.issuerName(), List.of());
    }

    private static Optional<String> objection(RevocationList list, Sm2Certificate certificate, Instant at) {
        Optional<Instant> since = list.revoked(certificate.serialNumber()).filter(moment -> !moment.isAfter(at));
        if (since.isPresent()) {
            return Optional.of(certificate + " is revoked since " + since.get());
        }
        return list.end().isAfter(at)
                ? Optional.empty()
                : Optional.of("the revocation list of " + list.issuer() + " ended at " + list.nextUpdate());
    }
}
