package org.dianqiao.web.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dianqiao.exchange.Attestations;
import org.dianqiao.exchange.Hold;
import org.dianqiao.exchange.Holds;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Remark.Held;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.dianqiao.policy.Wording;
import org.dianqiao.trust.Sm3;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts dossiers together. */
@Service
class Dossiers {

    private static final int LONGEST_TIMELINE = 100;
    private static final int LARGEST_SHOWN = 256 * 1024;

    private final LedgerStore ledger;
    private final MessageStore messages;
    private final PartStore parts;
    private final Matters matters;
    private final Holds holds;
    private final Watched<Trust> trust;
    private final Attestations attestations;

    Dossiers(
            LedgerStore ledger,
            MessageStore messages,
            PartStore parts,
            Matters matters,
            Holds holds,
            Watched<Trust> trust,
            Attestations attestations) {
        this.ledger = ledger;
        this.messages = messages;
        this.parts = parts;
        this.matters = matters;
        this.holds = holds;
        this.trust = trust;
        this.attestations = attestations;
    }

    Optional<Dossier> masked(String entry) {
        return ledger.find(entry).map(found -> dossier(found, false));
    }

    Optional<Dossier> open(String entry) {
        return ledger.find(entry).map(found -> dossier(found, true));
    }

    private Dossier dossier(Entry entry, boolean open) {
        List<Hold> held = entry.caseId() == null ? List.of() : holds.inForceOn(entry.caseId());
        Row row = row(entry, !held.isEmpty());
        List<Matter> about = matters.of(entry, Manifests.read(entry.message().manifest()));
        List<Row> timeline = timeline(row, about);
        Signed answer = entry.answer();
        return new Dossier(
                entry,
                row,
                statement(entry, entry.message(), null, open),
                answer == null ? null : statement(entry, answer, entry.answerBody(), open),
                about,
                advice(entry),
                timeline,
                Way.of(row, timeline),
                held,
                parts.erased(entry),
                open);
    }

    private Statement statement(Entry entry, Signed signed, byte @Nullable [] body, boolean open) {
        Manifest manifest = Manifests.read(signed.manifest());
        Signatory signatory = Signatory.of(signed, trust.current(), entry.at());
        boolean ours = attestations.isOurs(signed);
        return new Statement(
                manifest,
                Payload.of(signed.manifest()).map(Payload.Faces::masked).orElse(""),
                Sm3.hex(Sm3.of(signed.manifest())),
                Sm3.hex(Sm3.of(signed.signature())),
                signatory,
                attestations.of(signed).orElse(null),
                ours,
                ours ? Held.since(signed.manifest()).orElse(null) : null,
                body == null ? kept(entry, manifest, open) : bodyOnly(manifest, body, open));
    }

    private List<PartView> kept(Entry entry, Manifest manifest, boolean open) {
        List<String> digests = manifest.parts().stream().map(Part::sm3).toList();
        List<PartStore.Kept> kept = parts.kept(entry, digests, LARGEST_SHOWN);
        return manifest.parts().stream().map(part -> view(part, kept, open)).toList();
    }

    private static PartView view(Part part, List<PartStore.Kept> kept, boolean open) {
        return kept.stream()
                .filter(each -> each.sm3().equals(part.sm3()))
                .findFirst()
                .map(found -> PartView.of(part, found.small(), found, open))
                .orElseGet(() -> PartView.of(part, null, null, open));
    }

    /** Receipts and refusals stand in the entry itself. */
    private static List<PartView> bodyOnly(Manifest manifest, byte[] body, boolean open) {
        return manifest.parts().stream()
                .limit(1)
                .map(part -> PartView.of(part, body, null, open))
                .toList();
    }

    /** In the words of who refused it. Partners need not say it in English. */
    private static @Nullable Wording advice(Entry entry) {
        byte[] body = entry.answerBody();
        return body == null
                ? null
                : Payload.read(body)
                        .map(refusal -> new Wording(
                                refusal.path("detail").asText(),
                                refusal.path("advice")
                                        .asText(refusal.path("detail").asText())))
                        .filter(wording -> !wording.zh().isEmpty())
                        .orElse(null);
    }

    /** Of its project, or of the case that tells of it. */
    private List<Row> timeline(Row row, List<Matter> matters) {
        if (row.caseId() != null) {
            return timeline(row.caseId());
        }
        return matters.stream()
                .map(matter -> timeline(matter.caseNo()))
                .filter(rows -> rows.stream().anyMatch(each -> each.id().equals(row.id())))
                .findFirst()
                .orElseGet(() -> List.of(row));
    }

    private List<Row> timeline(String caseId) {
        List<Row> rows = new ArrayList<>(messages.list(Filter.ofCase(caseId), "", LONGEST_TIMELINE));
        Collections.reverse(rows);
        return rows;
    }

    private Row row(Entry entry, boolean held) {
        return new Row(
                entry.id(),
                entry.at(),
                entry.direction().word(),
                entry.partner(),
                entry.messageId(),
                entry.kind(),
                entry.service(),
                entry.outcome(),
                entry.caseId(),
                held,
                attestations.of(entry));
    }
}
