package org.dianqiao.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From the entry to the head, from the head to the timestamp, and to the heads that the caller holds. */
final class Sealing {

    /** By how much two right clocks may differ: as much as the protocol allows a sender's. */
    static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Papers papers;
    private final Signers signers;
    private final Findings findings;

    Sealing(Papers papers, Signers signers, Findings findings) {
        this.papers = papers;
        this.signers = signers;
        this.findings = findings;
    }

    void checkPlace(byte[] entry, Head head) {
        papers.inclusion().ifPresent(inclusion -> {
            if (inclusion.size() != head.size()) {
                findings.add(Flaw.PROOF_MISMATCH);
            } else if (!inclusion.holds(entry, head.rootBytes())) {
                findings.add(Flaw.NOT_IN_TREE);
            }
        });
    }

    void checkOrder(Optional<Instant> entry, Head head) {
        entry.filter(at -> at.isAfter(head.time().plus(CLOCKS)))
                .ifPresent(at ->
                        outOfOrder("存证 %s 晚于树头 %s", "the entry, %s, is later than its head, %s", at, head.time()));
    }

    /** When an authority says that the head was there. */
    Optional<Instant> checkStamp(Head head) {
        if (papers.stamp().isEmpty()) {
            findings.remark(Remark.NOT_STAMPED);
            return Optional.empty();
        }
        try {
            return checkStamp(Stamp.of(papers.stamp().get()), head);
        } catch (Malformed e) {
            findings.add(Flaw.BAD_STAMP, e.why());
            return Optional.empty();
        }
    }

    private Optional<Instant> checkStamp(Stamp stamp, Head head) {
        if (!stamp.over(head.text())) {
            findings.add(Flaw.BAD_STAMP, new Wording("不是对此树头的时间戳", "it is over something else than this head"));
        }
        if (head.time().isAfter(stamp.at().plus(CLOCKS))) {
            outOfOrder("树头 %s 晚于时间戳 %s", "the head, %s, is later than its timestamp, %s", head.time(), stamp.at());
        }
        return signers.ofStamp(stamp).map(signer -> stamp.at());
    }

    /** Those of the caller, which have to be signed by the same gateway, and the one that the receipt brought. */
    void checkHeld(List<HeldHead> held, Optional<Head> inReceipt, Head head, Certificate gateway) {
        for (HeldHead one : held) {
            if (signedByGateway(one.head(), "head (--head)", gateway)) {
                compare(one, head);
            } else {
                findings.add(Flaw.BAD_HELD_HEAD, one.head().size());
            }
        }
        inReceipt
                .filter(one -> signedByGateway(one, "head (answer/body)", gateway))
                .flatMap(one -> new HeldHead(one, null).agrees(head))
                .filter(agrees -> !agrees)
                .ifPresent(no -> findings.add(Flaw.FORK, head.size()));
    }

    private void compare(HeldHead held, Head head) {
        long smaller = Math.min(held.head().size(), head.size());
        long larger = Math.max(held.head().size(), head.size());
        held.agrees(head)
                .ifPresentOrElse(
                        agrees -> told(agrees, held, head),
                        () -> findings.remark(Remark.NOT_COMPARED, held.head().size(), smaller, larger));
    }

    private void told(boolean agrees, HeldHead held, Head head) {
        if (agrees) {
            findings.remark(Remark.CONSISTENT, held.head().size());
        } else {
            findings.add(Flaw.FORK, held.head().size() + " / " + head.size());
        }
    }

    private boolean signedByGateway(Head head, String what, Certificate gateway) {
        try {
            return signers.of(what, SignedData.of(head.signature()), head.text(), head.time())
                    .filter(gateway::sameHolder)
                    .isPresent();
        } catch (Malformed e) {
            findings.add(Flaw.NOT_SIGNED_DATA, what, e.why());
            return false;
        }
    }

    private void outOfOrder(String zh, String en, Object... details) {
        findings.add(Flaw.TIME_ORDER, new Wording(zh, en).with(details));
    }
}
