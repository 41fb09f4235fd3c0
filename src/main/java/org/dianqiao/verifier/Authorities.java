package org.dianqiao.verifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The anchors, which the caller believes, and those authorities of a bundle for whom an anchor vouches. Whoever else
 * calls himself an authority in it is not listened to.
 */
final class Authorities {

    static final int MOST = 32;

    private final Set<Certificate> anchors;
    private final List<Certificate> known;

    private Authorities(Collection<Certificate> anchors) {
        this.anchors = new HashSet<>(anchors);
        this.known = new ArrayList<>(anchors);
    }

    static Authorities of(Collection<Certificate> anchors, Collection<Certificate> offered) {
        Authorities authorities = new Authorities(anchors);
        List<Certificate> others = new ArrayList<>(offered.stream()
                .filter(one -> one.usage().issues())
                .distinct()
                .limit(MOST)
                .toList());
        while (others.removeIf(authorities::admits)) {}
        return authorities;
    }

    private boolean admits(Certificate other) {
        boolean vouched = known.contains(other) || known.stream().anyMatch(authority -> authority.issued(other));
        if (vouched && !known.contains(other)) {
            known.add(other);
        }
        return vouched;
    }

    boolean anchors(Certificate certificate) {
        return anchors.contains(certificate);
    }

    List<Certificate> named(byte[] name) {
        return known.stream()
                .filter(authority -> Certificate.sameName(authority.subject(), name))
                .toList();
    }
}
