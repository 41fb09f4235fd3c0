package org.dianqiao.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.threads.Daemons;
import org.dianqiao.trust.Sm3;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues certificates 制证. A certificate that takes another's place is the next version of that one, under the same
 * serial number: an identifier alone shows that there was one before.
 */
@Component
public class Certificates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int FIRST = 1;

    private final CertificateSettings settings;
    private final CertificateStore store;
    private final Printer printer;
    private final Clock clock;
    private final AtomicBoolean expected = new AtomicBoolean();

    Certificates(CertificateSettings settings, CertificateStore store, Printer printer, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.printer = printer;
        this.clock = clock;
    }

    /**
     * Somebody will want one soon. The first one takes a second or two, for the typeface must be read and the seal drawn; so
     * a sheet is printed that nobody gets, once and beside everything else.
     */
    public void expect() {
        if (expected.compareAndSet(false, true)) {
            Daemons.of("press", () -> printer.print(Draft.ofNothing(clock.instant()), "", settings.page("")))
                    .start();
        }
    }

    /** In its caller's transaction: a certificate is never in force without the result that it certifies. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issued issue(Draft draft) {
        String identifier = number(draft).text();
        Issued issued = printer.print(draft, identifier, settings.page(identifier));
        store.add(new Certificate(
                identifier,
                draft.kind(),
                draft.caseNo(),
                draft.at(),
                Sm3.hex(Sm3.of(issued.pdf())),
                Sm3.hex(Sm3.of(issued.ofd())),
                draft.supersedes(),
                null,
                null,
                null));
        if (draft.supersedes() != null) {
            supersede(draft.supersedes(), identifier, draft);
        }
        return issued;
    }

    /** From then on it is worth nothing. Once is enough: the first time stays. */
    @Transactional
    public void revoke(String identifier, Instant at) {
        if (!store.revoke(identifier, at) && store.find(identifier).isEmpty()) {
            throw new IllegalArgumentException("no such certificate: " + identifier);
        }
    }

    public Optional<Certificate> find(String identifier) {
        return store.find(identifier);
    }

    private LicenceIdentifier number(Draft draft) {
        if (draft.supersedes() != null) {
            return LicenceIdentifier.of(draft.supersedes()).next(settings.type(draft.kind()));
        }
        String serial = DAY.format(draft.at()) + "%06d".formatted(store.nextNumber());
        return LicenceIdentifier.of(settings.type(draft.kind()), settings.issuerCode(), serial, FIRST);
    }

    private void supersede(String old, String by, Draft draft) {
        if (!store.supersede(old, by, draft.caseNo(), draft.at())) {
            throw new IllegalArgumentException("the case has no certificate in force of this number: " + old);
        }
    }
}
