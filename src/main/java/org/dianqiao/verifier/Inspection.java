package org.dianqiao.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A file from beginning to end: a bundle, or a bundle of several, each of which is told about as it goes by. */
final class Inspection {

    private final String name;
    private final Collection<Certificate> anchors;
    private final List<HeldHead> held;
    private final Consumer<Opinion> report;
    private final Allowance allowance = new Allowance();
    private final Findings findings = new Findings();
    private final Bundle bundle = new Bundle(findings);
    private int members;
    private boolean several;

    Inspection(String name, Collection<Certificate> anchors, List<HeldHead> held, Consumer<Opinion> report) {
        this.name = name;
        this.anchors = anchors;
        this.held = held;
        this.report = report;
    }

    /** Of the file as such: what is wrong with a bundle of several besides what is wrong with one of them. */
    void over(InputStream file) throws IOException {
        boolean whole = walk(new Source(file, allowance::read), Archive.MOST_MEMBERS, findings, this::take);
        if (members == 0 && whole) {
            findings.add(Flaw.NOT_A_BUNDLE);
        }
        if (several && findings.none()) {
            return;
        }
        boolean readable = members > 0 && !several && whole;
        report.accept(
                readable ? new Examination(name, bundle, findings, anchors).opinion(held) : Opinion.of(name, findings));
    }

    private void take(Member member, Contents contents) throws IOException {
        several |= members == 0 && Layout.isBundle(member.name());
        members++;
        if (!several && members > Layout.MOST_FILES) {
            throw new Broken(Flaw.TOO_MANY_FILES, Layout.MOST_FILES);
        }
        if (!several) {
            bundle.take(member, contents);
        } else if (Layout.isBundle(member.name())) {
            one(member.name(), contents);
        } else {
            findings.add(Layout.objection(member.name()));
        }
    }

    private void one(String member, Contents contents) throws IOException {
        Findings own = new Findings();
        Bundle inner = new Bundle(own);
        boolean whole = walk(new Source(contents, bytes -> {}), Layout.MOST_FILES, own, inner);
        report.accept(
                whole
                        ? new Examination(member, inner, own, anchors)
                                .namedAfterEntry()
                                .opinion(held)
                        : Opinion.of(member, own));
    }

    /** What breaks an archive is a finding about it, and whoever holds it goes on; a bomb ends everything. */
    private boolean walk(Source source, int most, Findings into, Archive.Reader reader) throws IOException {
        try {
            new Archive(source, allowance, most).read(reader);
            return true;
        } catch (Broken broken) {
            into.add(broken.note());
            return false;
        }
    }
}
