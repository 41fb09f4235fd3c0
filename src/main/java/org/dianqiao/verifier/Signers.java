package org.dianqiao.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who signed each thing, whether the signature holds, and whether its certificate was good at the time. */
final class Signers {

    private final List<Certificate> offered;
    private final Authorities authorities;
    private final Revocations revocations;
    private final Findings findings;
    private final List<Signer> believed = new ArrayList<>();

    Signers(List<Certificate> offered, Authorities authorities, Revocations revocations, Findings findings) {
        this.offered = offered;
        this.authorities = authorities;
        this.revocations = revocations;
        this.findings = findings;
    }

    List<Signer> believed() {
        return believed;
    }

    /** Who signed a message, an answer or a head; whatever is wrong with that has become a finding. */
    Optional<Certificate> of(String what, SignedData signature, byte[] content, Instant at) {
        return holder(what, signature, content, offered).filter(signer -> good(what, signer, Usage::signs, at));
    }

    /** The authority of a timestamp; its certificate is inside. */
    Optional<Certificate> ofStamp(Stamp stamp) {
        Optional<Certificate> signer = holder(Layout.STAMP, stamp.signature(), stamp.info(), List.of());
        signer.filter(certificate -> !stamp.names(certificate))
                .ifPresent(other -> findings.add(
                        Flaw.BAD_STAMP, new Wording("未指明其签名证书", "it does not name the certificate that signed it")));
        return signer.filter(stamp::names)
                .filter(certificate -> good(Layout.STAMP, certificate, Usage::stamps, stamp.at()));
    }

    private Optional<Certificate> holder(String what, SignedData signature, byte[] content, List<Certificate> others) {
        List<Certificate> named = named(signature, others);
        if (named.isEmpty()) {
            findings.add(Flaw.NO_CERTIFICATE, what);
            return Optional.empty();
        }
        Optional<Certificate> holder = named.stream()
                .filter(certificate -> signature.holds(content, certificate))
                .findFirst();
        if (holder.isEmpty()) {
            findings.add(Flaw.BAD_SIGNATURE, what);
        }
        return holder;
    }

    /** Of those that came along with the signature; where none did, the one of the bundle that its signer's id names. */
    private static List<Certificate> named(SignedData signature, List<Certificate> others) {
        List<Certificate> along = signature.certificates().stream()
                .flatMap(der -> Certificate.ifOne(der).stream())
                .filter(signature.signer()::names)
                .toList();
        List<Certificate> registered =
                others.stream().filter(signature.signer()::names).distinct().toList();
        return signature.certificates().isEmpty() && registered.size() == 1 ? registered : along;
    }

    private boolean good(String what, Certificate signer, Predicate<Usage> use, Instant at) {
        Way way = new Way(authorities, revocations, at);
        Optional<Wording> objection = use.test(signer.usage())
                ? way.objection(signer)
                : Optional.of(new Wording("%s 不可用于此种签名", "%s is not for such signatures").with(signer));
        objection.ifPresent(why -> findings.add(Flaw.BAD_CERTIFICATE, what, why));
        if (objection.isEmpty()) {
            believed.add(new Signer(what, signer, way.steps().get(way.steps().size() - 1), at));
            way.steps().forEach(step -> remarkUnknown(step, at));
        }
        return objection.isEmpty();
    }

    private void remarkUnknown(Certificate step, Instant at) {
        if (!authorities.anchors(step) && !revocations.speakAbout(step, at)) {
            findings.remark(Remark.REVOCATION_UNKNOWN, step, at);
        }
    }

    /** What came after the entry's time changes nothing, but who reads should know what its proof rests on. */
    void remarkWhatCameLater(Instant proven) {
        for (Signer signer : believed) {
            Certificate certificate = signer.certificate();
            Optional<Instant> since = revocations.revoked(certificate);
            since.ifPresent(moment -> findings.remark(Remark.REVOKED_LATER, certificate, moment));
            Stream.concat(since.stream(), Stream.of(certificate.until()))
                    .filter(end -> end.isBefore(proven))
                    .min(Instant::compareTo)
                    .ifPresent(end -> findings.remark(Remark.RESTS_ON_GATEWAY, certificate, end));
        }
    }
}
