package org.dianqiao.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From a certificate to an anchor, at one moment. There may be several ways and circles, so every step is counted;
 * the first way on which everything is right will do, and else the last objection is told.
 */
final class Way {

    private static final int MOST_STEPS = 64;

    private final Authorities authorities;
    private final Revocations revocations;
    private final Instant at;
    private final List<Certificate> steps = new ArrayList<>();
    private int taken;

    Way(Authorities authorities, Revocations revocations, Instant at) {
        this.authorities = authorities;
        this.revocations = revocations;
        this.at = at;
    }

    /** Why there is no way; empty when there is one. */
    Optional<Wording> objection(Certificate leaf) {
        return from(leaf, 0);
    }

    /** From the leaf to the anchor. */
    List<Certificate> steps() {
        return steps;
    }

    private Optional<Wording> from(Certificate certificate, int authoritiesBelow) {
        steps.add(certificate);
        Optional<Wording> objection = ownObjection(certificate);
        if (objection.isEmpty() && !authorities.anchors(certificate)) {
            objection = revoked(certificate).or(() -> throughIssuer(certificate, authoritiesBelow));
        }
        if (objection.isPresent()) {
            steps.remove(steps.size() - 1);
        }
        return objection;
    }

    private Optional<Wording> throughIssuer(Certificate certificate, int authoritiesBelow) {
        Optional<Wording> objection = said("没有锚点为 %s 的签发者担保", "no anchor vouches for the issuer of %s", certificate);
        for (Certificate issuer : authorities.named(certificate.issuer())) {
            if (++taken > MOST_STEPS) {
                return said("证书链过长：%s", "too long a way from %s", certificate);
            }
            if (issuer.issued(certificate)) {
                objection = right(issuer, authoritiesBelow).or(() -> from(issuer, authoritiesBelow + 1));
            }
            if (objection.isEmpty()) {
                return objection;
            }
        }
        return objection;
    }

    private Optional<Wording> ownObjection(Certificate certificate) {
        if (!certificate.validAt(at)) {
            return said("%s 在 %s 不在有效期内", "%s is not valid at %s", certificate, at);
        }
        return certificate.usage().demandsMore()
                ? said("%s 含有未知的关键扩展", "%s demands what is not understood", certificate)
                : Optional.empty();
    }

    private Optional<Wording> revoked(Certificate certificate) {
        return revocations
                .revoked(certificate)
                .filter(since -> !since.isAfter(at))
                .flatMap(since -> said("%s 自 %s 起已被吊销", "%s is revoked since %s", certificate, since));
    }

    private static Optional<Wording> right(Certificate issuer, int authoritiesBelow) {
        return issuer.usage().issues() && issuer.usage().allowsBelow(authoritiesBelow)
                ? Optional.empty()
                : said("%s 无权签发", "%s may not issue it", issuer);
    }

    private static Optional<Wording> said(String zh, String en, Object... details) {
        return Optional.of(new Wording(zh, en).with(details));
    }
}
