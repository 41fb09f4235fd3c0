package org.dianqiao.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;

/** The authorities that we know: the anchors, which we believe, and those between them and the partners. */
final class Authorities {

    private final Set<Sm2Certificate> anchors;
    private final Map<X500Name, List<Sm2Certificate>> byName;

    Authorities(Collection<Sm2Certificate> anchors, Collection<Sm2Certificate> between) {
        this.anchors = Set.copyOf(anchors);
        this.byName = Stream.concat(anchors.stream(), between.stream())
                .distinct()
                .collect(Collectors.groupingBy(Sm2Certificate::subjectName));
    }

    /** These as well, between the anchors and somebody: to be believed only if an anchor vouches for them. */
    Authorities with(Collection<Sm2Certificate> between) {
        List<Sm2Certificate> all = new ArrayList<>(between);
        byName.values().forEach(all::addAll);
        return new Authorities(anchors, all);
    }

    boolean anchors(Sm2Certificate certificate) {
        return anchors.contains(certificate);
    }

    Stream<Sm2Certificate> all() {
        return byName.values().stream().flatMap(List::stream);
    }

    List<Sm2Certificate> named(X500Name name) {
        return byName.getOrDefault(name, List.of());
    }
}
