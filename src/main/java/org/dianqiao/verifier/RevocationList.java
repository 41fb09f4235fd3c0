package org.dianqiao.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authority's list of the certificates that it has taken back. Only whole ones are read: a delta, an indirect one
 * or one for certain reasons says less than it seems to. It speaks until its next update and a day longer.
 *
 * <p>It is searched in place, entry by entry, because an authority's list can be large and memory need not be.
 */
record RevocationList(
        Signed signed,
        byte[] issuer,
        Instant published,
        Instant end,
        @Nullable Ber revoked) {

    private static final Duration GRACE = Duration.ofHours(24);

    static RevocationList of(byte[] der) {
        Signed signed = Signed.of(der);
        Structure body = new Structure(Ber.of(signed.body()), Ber.SEQUENCE, "revocation list");
        body.maybe(Ber.INTEGER);
        body.next(Ber.SEQUENCE, "algorithm");
        byte[] issuer = body.next(Ber.SEQUENCE, "issuer").encoded();
        Instant published = time(body);
        Instant end = time(body).plus(GRACE);
        Ber revoked = body.maybe(Ber.SEQUENCE).orElse(null);
        requireWhole(body.maybe(Ber.CONTEXT).map(Extensions::of).orElse(Extensions.NONE));
        body.end();
        return new RevocationList(signed, issuer, published, end, revoked);
    }

    /** When it was taken back: an authority's clock may be ahead, so at the latest when the list came out. */
    Optional<Instant> revoked(Certificate certificate) {
        if (revoked != null) {
            for (Ber entry : revoked) {
                Iterator<Ber> fields = entry.iterator();
                if (fields.hasNext() && fields.next().integer().equals(certificate.serial()) && fields.hasNext()) {
                    Instant since = Asn1Time.of(fields.next());
                    return Optional.of(since.isBefore(published) ? since : published);
                }
            }
        }
        return Optional.empty();
    }

    boolean speaksAbout(Instant at) {
        return at.isBefore(end);
    }

    private static Instant time(Structure body) {
        return Asn1Time.of(body.maybe(Ber.UTC_TIME).orElseGet(() -> body.next(Ber.GENERALIZED_TIME, "time of update")));
    }

    private static void requireWhole(Extensions extensions) {
        boolean strange = extensions.demandsMoreThan(Oid.DISTRIBUTION_POINT, Oid.CRL_NUMBER, Oid.AUTHORITY_KEY_ID);
        Ber.require(!strange, "含有未知的关键扩展", "it demands what is not understood");
        extensions.value(Oid.DISTRIBUTION_POINT).ifPresent(point -> {
            boolean limited = point.children().stream().anyMatch(field -> field.tag() >= 0x83 && field.tag() <= 0x85);
            Ber.require(!limited, "间接或部分原因的吊销列表", "an indirect list, or one for certain reasons or attributes only");
        });
    }
}
