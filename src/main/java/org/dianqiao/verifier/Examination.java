package org.dianqiao.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One bundle, examined to the end: whatever is wrong is noted and the next thing is looked at, because who reads a
 * report wants to know all of it. What the wrong thing would have told is absent from then on.
 */
final class Examination {

    private final String name;
    private final Bundle bundle;
    private final Findings findings;
    private final Papers papers;
    private final Signers signers;
    private final Parts parts;

    Examination(String name, Bundle bundle, Findings findings, Collection<Certificate> anchors) {
        this.name = name;
        this.bundle = bundle;
        this.findings = findings;
        this.papers = Papers.of(bundle, findings);
        this.parts = new Parts(findings);
        List<Certificate> offered = offered();
        Authorities authorities = Authorities.of(anchors, offered);
        this.signers = new Signers(offered, authorities, Revocations.of(bundle, authorities, findings), findings);
    }

    /** As bundles are within a bundle of several. */
    Examination namedAfterEntry() {
        papers.entry()
                .filter(entry -> !name.equals(entry.id() + ".zip"))
                .ifPresent(other -> findings.add(Flaw.ENTRY_MISMATCH, "id", name));
        return this;
    }

    Opinion opinion(List<HeldHead> held) {
        parts.check(
                bundle,
                papers.message().map(Statement::manifest),
                papers.answer().map(Statement::manifest));
        Optional<Head> inReceipt = papers.entry().flatMap(this::correspondence);
        Optional<Certificate> gateway = papers.head().flatMap(this::signedHead);
        papers.entry().ifPresent(entry -> signatures(entry, gateway));
        Optional<Instant> stamped = papers.head().flatMap(head -> sealed(head, gateway, held, inReceipt));
        stamped.ifPresent(signers::remarkWhatCameLater);
        return new Opinion(
                name,
                findings.none() ? Verdict.of(parts.signed(), parts.there()) : Verdict.INVALID,
                papers.entry(),
                parts.signed(),
                parts.there(),
                signers.believed(),
                papers.inclusion(),
                papers.head(),
                stamped,
                findings.flaws(),
                findings.remarks());
    }

    private Optional<Head> correspondence(Entry entry) {
        Correspondence correspondence = new Correspondence(entry, findings);
        papers.message().ifPresent(correspondence::check);
        boolean readable = papers.answer().isPresent() || !entry.answered();
        if (readable) {
            correspondence.checkOutcome(papers.answer().map(Statement::manifest));
        }
        if (papers.message().isEmpty() || papers.answer().isEmpty()) {
            return Optional.empty();
        }
        Statement message = papers.message().get();
        Manifest answer = papers.answer().get().manifest();
        correspondence.check(message, papers.answer().get());
        papers.origin().ifPresent(origin -> origin(entry, origin.manifest(), message.manifest(), answer));
        return Optional.ofNullable(bundle.body())
                .flatMap(body -> new AnswerBody(entry, findings).check(message, answer, body));
    }

    /** What a message of ours passes on is unchanged; what answers a query may have been converted. */
    private void origin(Entry entry, Manifest origin, Manifest message, Manifest answer) {
        if (entry.in() && !(entry.kind().equals("query") && origin.kind().equals("reply"))) {
            findings.add(Flaw.ORIGIN_UNASKED);
            return;
        }
        Manifest passedOn = entry.in() ? answer : message;
        boolean same = digests(origin).equals(digests(passedOn));
        if (!same && entry.in()) {
            findings.remark(Remark.ORIGIN_CHANGED);
        } else if (!same) {
            findings.add(Flaw.ORIGIN_MISMATCH);
        }
    }

    private static List<String> digests(Manifest manifest) {
        return manifest.parts().stream().map(Manifest.Part::sm3).toList();
    }

    private Optional<Certificate> signedHead(Head head) {
        try {
            return signers.of(Layout.HEAD, SignedData.of(head.signature()), head.text(), head.time());
        } catch (Malformed e) {
            findings.add(Flaw.NOT_SIGNED_DATA, Layout.HEAD, e.why());
            return Optional.empty();
        }
    }

    /** Our side is who signed the head; the other side is anybody else. */
    private void signatures(Entry entry, Optional<Certificate> gateway) {
        Sides sides = new Sides(gateway, findings);
        papers.message().ifPresent(message -> side(message, entry, sides, !entry.in()));
        papers.answer().ifPresent(answer -> side(answer, entry, sides, entry.in()));
        papers.origin().ifPresent(origin -> side(origin, entry, sides, false));
    }

    private void side(Statement statement, Entry entry, Sides sides, boolean ours) {
        Optional<Certificate> signer = signer(statement, entry);
        if (!ours && sides.isAttested(statement.manifest(), signer)) {
            findings.remark(
                    Remark.ATTESTED, statement.folder(), statement.manifest().from());
        } else {
            sides.check(statement.folder(), signer, ours);
        }
    }

    private Optional<Certificate> signer(Statement statement, Entry entry) {
        return signers.of(statement.folder(), statement.signature(), statement.manifestBytes(), entry.at());
    }

    private Optional<Instant> sealed(
            Head head, Optional<Certificate> gateway, List<HeldHead> held, Optional<Head> inReceipt) {
        Sealing sealing = new Sealing(papers, signers, findings);
        Optional.ofNullable(bundle.file(Layout.ENTRY)).ifPresent(entry -> sealing.checkPlace(entry, head));
        sealing.checkOrder(papers.entry().map(Entry::at), head);
        gateway.ifPresent(ours -> sealing.checkHeld(held, inReceipt, head, ours));
        return sealing.checkStamp(head);
    }

    /** The bundle's certificates, and those that came inside the timestamp. */
    private List<Certificate> offered() {
        List<Certificate> offered = new ArrayList<>();
        for (String file : bundle.filesIn(Layout.CERTIFICATES)) {
            new Papers.Reader(bundle, findings)
                    .read(file, pem -> certificates(file, pem))
                    .ifPresent(offered::addAll);
        }
        papers.stamp().ifPresent(token -> offered.addAll(inside(token)));
        return offered;
    }

    private static List<Certificate> certificates(String file, byte[] pem) {
        List<Certificate> certificates = Pem.certificates(pem);
        Malformed.unless(
                certificates.stream().allMatch(one -> Layout.mayBeNamed(file, one.der())),
                "名称所载摘要与内容不符",
                "it is not what its name is the digest of");
        return certificates;
    }

    private static List<Certificate> inside(byte[] token) {
        try {
            return SignedData.of(token, Oid.TIMESTAMP_INFO).certificates().stream()
                    .flatMap(der -> Certificate.ifOne(der).stream())
                    .toList();
        } catch (Malformed toldLater) {
            return List.of();
        }
    }
}
