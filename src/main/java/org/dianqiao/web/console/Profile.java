package org.dianqiao.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dianqiao.partner.Partner;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;

/** A partner as the page of partners shows it. */
public record Profile(Partner partner, List<Certificate> certificates, PartnerStore.Contact contact) {

    private static final Duration SOON = Duration.ofDays(30);

    /** A certificate and what we think of it today. */
    public record Certificate(
            Sm2Certificate certificate, @Nullable String objection, boolean expiresSoon) {}

    static Profile of(Partner partner, Trust trust, PartnerStore.Contact contact, Instant now) {
        List<Certificate> certificates = trust.of(partner.id()).stream()
                .map(each -> new Certificate(
                        each,
                        trust.objection(each, now).orElse(null),
                        each.notAfter().isBefore(now.plus(SOON))))
                .toList();
        return new Profile(partner, certificates, contact);
    }
}
