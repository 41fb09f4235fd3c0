package org.dianqiao.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Said;
import org.dianqiao.exchange.Spool;
import org.dianqiao.exchange.Spool.Writing;
import org.dianqiao.ledger.KeptTrust;
import org.dianqiao.ledger.KeptTrust.Shown;
import org.dianqiao.ledger.Showing;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evidence bundles 存证包: made when they are asked for, one entry at a time. */
@Component
public class Bundles {

    private final EvidenceStore store;
    private final Inclusions inclusions;
    private final Signers signers;
    private final KeptTrust trust;
    private final KeptPartStore parts;
    private final Spool spool;
    private final EvidenceSettings settings;

    Bundles(
            EvidenceStore store,
            Inclusions inclusions,
            Signers signers,
            KeptTrust trust,
            KeptPartStore parts,
            Spool spool,
            EvidenceSettings settings) {
        this.store = store;
        this.inclusions = inclusions;
        this.signers = signers;
        this.trust = trust;
        this.parts = parts;
        this.spool = spool;
        this.settings = settings;
    }

    /** The bundle of an entry, for whoever may see everything and closes it; none where there is no such entry. */
    public Optional<Said> ofEntry(String entry) {
        return store.find(entry).map(evidence -> of(evidence, null));
    }

    /** A bundle of all entries of a case; none where there are none. */
    public Optional<Said> ofCase(String caseId) {
        return ofCase(caseId, null);
    }

    /** A bundle of all entries from one moment until before another; none where there are none. */
    public Optional<Said> between(Instant from, Instant until) {
        return between(from, until, null);
    }

    /** `partner`: of those entries only that concern this one. */
    Optional<Said> ofCase(String caseId, @Nullable Partner partner) {
        return of(store.ofCase(caseId, only(partner), settings.entries() + 1), partner);
    }

    /** `partner`: of those entries only that concern this one. */
    Optional<Said> between(Instant from, Instant until, @Nullable Partner partner) {
        return of(store.between(from, until, only(partner), settings.entries() + 1), partner);
    }

    /** A supervisor sees everybody's. */
    private static @Nullable String only(@Nullable Partner partner) {
        return partner == null || partner.kind() == Partner.Kind.SUPERVISOR ? null : partner.id();
    }

    /** `partner`: who gets it; the console's auditor where nobody is named. */
    Said of(Evidence evidence, @Nullable Partner partner) {
        return whole(out -> write(evidence, trust.showing(), partner, out));
    }

    private Optional<Said> of(List<String> entries, @Nullable Partner partner) {
        if (entries.size() > settings.entries()) {
            throw new Refused(Code.TOO_LARGE, "涉及的存证超过 " + settings.entries() + " 条，请缩小查询范围后重新查询。");
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(whole(out -> write(entries, partner, out)));
    }

    /** Before the first byte of it is given: nobody takes one along that was cut short. */
    private Said whole(Writing writing) {
        return spool.write(Bundle.TYPE, settings.largest().toBytes(), writing);
    }

    private void write(List<String> entries, @Nullable Partner partner, OutputStream out) throws IOException {
        Showing showing = trust.showing();
        try (PlainZip zip = new PlainZip(out)) {
            for (String entry : entries) {
                zip.put(entry + ".zip", inner -> write(store.find(entry).orElseThrow(), showing, partner, inner));
            }
            zip.finish();
        }
    }

    private void write(Evidence evidence, Showing showing, @Nullable Partner partner, OutputStream out)
            throws IOException {
        Inclusion inclusion = inclusions.of(evidence.entry().id());
        Shown shown = showing.of(
                signers.of(evidence, inclusion.head()), evidence.entry().at());
        new Bundle(evidence, inclusion, shown, evidence.mayBeRead(partner)).write(parts, out);
    }
}
