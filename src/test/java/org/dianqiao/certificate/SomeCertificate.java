package org.dianqiao.certificate;

import java.time.Instant;
import org.dianqiao.trust.Sm3;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a certificate issued, for tests of what is done with it. */
public final class SomeCertificate {

    public static final Instant LATER = Instant.parse("2026-11-04T00:00:00Z");

    private SomeCertificate() {}

    public static Issued issue(Certificates certificates, TransactionTemplate transaction) {
        return issue(Drafts.filing(), certificates, transaction);
    }

    public static Issued superseding(String identifier, Certificates certificates, TransactionTemplate transaction) {
        return issue(Drafts.superseding(identifier), certificates, transaction);
    }

    public static String sm3(byte[] file) {
        return Sm3.hex(Sm3.of(file));
    }

    private static Issued issue(Draft draft, Certificates certificates, TransactionTemplate transaction) {
        Issued issued = transaction.execute(status -> certificates.issue(draft));
        if (issued == null) {
            throw new AssertionError("not issued");
        }
        return issued;
    }
}
