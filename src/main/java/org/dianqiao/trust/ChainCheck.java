package org.dianqiao.trust;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks for one way from a certificate to an anchor on which everything is right at one moment.
 *
 * <p>Authorities renew their certificates under the same name and cross-sign each other, so there may be several ways
 * and circles. Every step taken is counted, and after {@value #MOST_STEPS} the search is over: nobody's chain is that
 * long, and nobody's files may make us walk for ever. The moments at which anything looked at changes are noted, so
 * that the verdict can be kept until the next of them.
 */
final class ChainCheck {

    private static final int MOST_STEPS = 64;

    private final Authorities authorities;
    private final Revocations revocations;
    private final Purpose purpose;
    private final Instant at;
    private final NavigableSet<Instant> boundaries = new TreeSet<>();
    private int steps;

    ChainCheck(Authorities authorities, Revocations revocations, Purpose purpose, Instant at) {
        this.authorities = authorities;
        this.revocations = revocations;
        this.purpose = purpose;
        this.at = at;
    }

    Verdict verdict(Sm2Certificate leaf) {
        Optional<String> objection = usage(leaf).or(() -> way(leaf, 0));
        return Verdict.at(at, objection.orElse(null), boundaries);
    }

    private Optional<String> usage(Sm2Certificate leaf) {
        if (leaf.authority()) {
            return Optional.of(leaf + " is an authority's, not a sender's");
        }
        return purpose.suits(leaf.use()) ? Optional.empty() : Optional.of(leaf + " " + purpose.otherwise());
    }

    private Optional<String> way(Sm2Certificate certificate, int authoritiesBelow) {
        Optional<String> objection = validity(certificate);
        if (objection.isPresent() || authorities.anchors(certificate)) {
            return objection;
        }
        return revoked(certificate).or(() -> wayThroughIssuer(certificate, authoritiesBelow));
    }

    private Optional<String> wayThroughIssuer(Sm2Certificate certificate, int authoritiesBelow) {
        Optional<String> objection = Optional.of("no anchor vouches for " + certificate.issuer());
        for (Sm2Certificate issuer : authorities.named(certificate.issuerName())) {
            if (++steps > MOST_STEPS) {
                return Optional.of("no anchor within " + MOST_STEPS + " steps");
            }
            if (certificate.issuedBy(issuer)) {
                objection = right(issuer, authoritiesBelow).or(() -> way(issuer, authoritiesBelow + 1));
            }
            if (objection.isEmpty()) {
                return objection;
            }
        }
        return objection;
    }

    private Optional<String> validity(Sm2Certificate certificate) {
        Instant end = certificate.notAfter().plusNanos(1);
        boundaries.addAll(List.of(certificate.notBefore(), end));
        if (at.isBefore(certificate.notBefore())) {
            return Optional.of(certificate + " is not valid before " + certificate.notBefore());
        }
        if (!at.isBefore(end)) {
            return Optional.of(certificate + " expired at " + certificate.notAfter());
        }
        return certificate
                .use()
                .strangeFor(purpose)
                .map(extension -> certificate + " demands something that we do not understand: " + extension);
    }

    private Optional<String> revoked(Sm2Certificate certificate) {
        boundaries.addAll(revocations.boundaries(certificate));
        return revocations.objection(certificate, at);
    }

    private static Optional<String> right(Sm2Certificate issuer, int authoritiesBelow) {
        if (!issuer.use().signsCertificates()) {
            return Optional.of(issuer + " may not issue certificates");
        }
        return issuer.use().allowsBelow(authoritiesBelow)
                ? Optional.empty()
                : Optional.of(issuer + " may not have " + authoritiesBelow + " authorities below it");
    }
}
