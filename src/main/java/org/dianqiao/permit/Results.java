package org.dianqiao.permit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.certificate.Certificates;
import org.dianqiao.certificate.Issued;
import org.dianqiao.delivery.Enclosed;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Message;
import org.dianqiao.ledger.Entry;
import org.dianqiao.partner.Partner;
import org.springframework.stereotype.Component;

/**
 * The result of a filing, on its way to the utility and the filer without anybody's hand: in the transaction of the
 * message that brought it, with its certificate and the departments' licences, and again whenever it changes.
 */
@Component
class Results {

    private static final String PDF = "certificate.pdf";
    private static final String OFD = "certificate.ofd";

    private final Cases cases;
    private final Offices offices;
    private final Outbox outbox;
    private final Certificates certificates;
    private final Drafts drafts;
    private final Licences licences;
    private final Completion completion;
    private final KeptFindings findings;

    Results(
            Cases cases,
            Offices offices,
            Outbox outbox,
            Certificates certificates,
            Drafts drafts,
            Licences licences,
            Completion completion,
            KeptFindings findings) {
        this.cases = cases;
        this.offices = offices;
        this.outbox = outbox;
        this.certificates = certificates;
        this.drafts = drafts;
        this.licences = licences;
        this.completion = completion;
        this.findings = findings;
    }

    /** There will be one, days or seconds from now. */
    void expect() {
        certificates.expect();
    }

    /** `cause`: the message that brought it. */
    void give(PermitCase permit, FilingOutcome outcome, Message cause) {
        Instant now = cause.receivedAt();
        ObjectNode letter = Letters.result(permit, outcome).put("at", Entry.time(now));
        List<Enclosed> enclosed = new ArrayList<>();
        PermitCase certified = certify(permit, outcome, now, letter, enclosed);
        enclosed.addAll(licences.of(permit, cause, letter));
        String what = permit.file().state().equals(outcome.written()) ? "result-again" : "result";
        List<Event> happened = tell(certified, outcome, letter, enclosed, cause, what);
        if (outcome.isLeave()) {
            completion.expect(certified);
        } else {
            completion.forget(certified, now);
        }
        String sent = happened.get(0).sent();
        PermitCase given = certified
                .with("result", TextNode.valueOf(sent == null ? cause.entry() : sent))
                .in(outcome, completion.isOwed(certified));
        cases.save(given.file());
        cases.note(given.file(), happened);
        findings.keep(given.file());
    }

    /** A certificate where the outcome has one; one that was given before is superseded, or revoked. */
    private PermitCase certify(
            PermitCase permit, FilingOutcome outcome, Instant now, ObjectNode letter, List<Enclosed> enclosed) {
        supersede(permit, letter);
        if (outcome.certificate() == null) {
            permit.certificate().ifPresent(number -> certificates.revoke(number, now));
            return permit;
        }
        Issued issued = certificates.issue(drafts.of(permit, outcome.certificate(), now));
        enclosed.add(Enclosed.of(PDF, "application/pdf", issued.pdf()));
        enclosed.add(Enclosed.of(OFD, "application/ofd", issued.ofd()));
        letter.putObject("certificate")
                .put("number", issued.identifier())
                .put("part", PDF)
                .put("ofdPart", OFD)
                .put("verify", issued.verify());
        return permit.with(
                "certificate",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("number", issued.identifier())
                        .put("url", issued.verify()));
    }

    /** What was revoked before stands no more. */
    private static void supersede(PermitCase permit, ObjectNode letter) {
        if (permit.file().told().has("result") && !permit.isRevoked()) {
            letter.put(
                    "supersedes",
                    permit.certificate().orElse(permit.told("result").asText()));
        }
    }

    private List<Event> tell(
            PermitCase permit,
            FilingOutcome outcome,
            ObjectNode letter,
            List<Enclosed> enclosed,
            Message cause,
            String what) {
        byte[] bytes = Letters.bytes(letter);
        List<Event> events = new ArrayList<>();
        for (Partner partner : receivers(permit, outcome)) {
            String sent = outbox.say(Letters.RESULT, partner, permit.file().thread(), bytes, enclosed);
            events.add(Event.sent(
                    cause.receivedAt(), what, null, sent, noted(outcome).put("to", partner.id())));
        }
        if (events.isEmpty()) {
            outbox.sayToNobody(
                    Letters.RESULT,
                    permit.file().thread(),
                    bytes,
                    enclosed,
                    "行政区划 " + permit.file().regionCode() + " 没有单位接收审批结果");
            events.add(Event.concluded(cause.receivedAt(), what, null, cause.entry(), noted(outcome)));
        }
        return events;
    }

    private static ObjectNode noted(FilingOutcome outcome) {
        return JsonNodeFactory.instance.objectNode().put("outcome", outcome.written());
    }

    /** The utility and the filer; where departments were not asked, they too learn of it. */
    private Set<Partner> receivers(PermitCase permit, FilingOutcome outcome) {
        Stream<String> told = Stream.of(permit.file().utility(), permit.file().keeper());
        Stream<Partner> first = told.filter(id -> id != null).flatMap(id -> offices.find(id).stream());
        Stream<Partner> departments = outcome == FilingOutcome.COMMITTED || outcome == FilingOutcome.FILED
                ? completion.departments(permit).stream()
                : Stream.empty();
        return Stream.concat(first, departments)
                .filter(partner -> partner.receives(Letters.RESULT))
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }
}
