package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.casework.Status;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Missing;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Partner;
import org.springframework.stereotype.Component;

/** What a filer says of a filing later on: papers that were asked for, that it is taken back, that the works are finished. */
@Component
class FollowUps {

    private static final String COMPLETED_AT = "/completedAt";

    /** Whoever tells of a day to come gains nothing by it, so only a slip of the year is refused. */
    private static final Duration AHEAD = Duration.ofDays(365);

    private final Cases cases;
    private final Deadlines deadlines;
    private final Offices offices;
    private final Completion completion;
    private final Outbox outbox;
    private final KeptFindings findings;

    FollowUps(
            Cases cases,
            Deadlines deadlines,
            Offices offices,
            Completion completion,
            Outbox outbox,
            KeptFindings findings) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.offices = offices;
        this.completion = completion;
        this.outbox = outbox;
        this.findings = findings;
    }

    void supplement(Message message) {
        JsonNode said = message.payload();
        PermitCase permit = held(message);
        if (permit.isTakenBack()) {
            throw Refused.violating("/filingNo", "该申报已撤回，不再接收补正材料");
        }
        Task task = permit.task(said.path("taskNo").asText())
                .orElseThrow(() -> Refused.violating("/taskNo", "该申报没有这个编号的任务"));
        List<Violation> faults = Missing.parts(said, message.manifest().parts());
        if (!faults.isEmpty()) {
            throw Refused.violating(faults);
        }
        if (task.status().filter(status -> status == Status.PAPERS_ASKED).isEmpty()) {
            throw Refused.violating(
                    "/taskNo", "该任务现为“" + task.status().map(Status::toString).orElse("已派发，尚未答复") + "”，没有要求补正");
        }
        cases.note(permit.file(), Event.said(message, "supplemented", task.number(), Event.nothingMore()));
        task.partner()
                .flatMap(offices::find)
                .ifPresent(
                        partner -> outbox.pass(message, partner, permit.file().thread()));
    }

    void withdraw(Message message) {
        PermitCase permit = held(message);
        if (permit.isTakenBack()) {
            return;
        }
        if (!permit.file().state().equals(PermitCase.DECIDING)) {
            throw Refused.violating("/filingNo", "该申报已有结果（" + permit.file().state() + "），不能撤回");
        }
        cases.save(permit.file().in(PermitCase.WITHDRAWN, false));
        cases.note(permit.file(), Event.said(message, "withdrawn", null, Event.nothingMore()));
        findings.keep(permit.file().in(PermitCase.WITHDRAWN, false));
        deadlines.change(permit.file(), any -> true, each -> each.met(message.receivedAt()));
        List<Partner> told = new ArrayList<>(completion.departments(permit));
        Optional.ofNullable(permit.file().utility()).flatMap(offices::find).ifPresent(told::add);
        pass(message, permit, told);
    }

    void complete(Message message) {
        PermitCase permit = held(message);
        if (!FilingOutcome.isLeave(permit.file().state())) {
            throw Refused.violating("/filingNo", "该申报没有可以施工的结果（" + permit.file().state() + "），不能报竣工");
        }
        JsonNode at = message.payload().path("completedAt");
        requireThatItCanBe(permit, message);
        cases.note(
                permit.file(),
                Event.said(message, "completed", null, Event.nothingMore()).claiming(at));
        PermitCase completed = permit.completed(at.asText());
        completion.told(completed, message.payload(), message.receivedAt());
        cases.save(completed.file().in(permit.file().state(), completion.isOwed(permit)));
        if (pass(message, permit, completion.receivers(permit)).isEmpty()) {
            outbox.passToNobody(message, "案件 " + permit.file().caseNo() + " 没有部门接收竣工资料");
            cases.note(
                    permit.file(),
                    Event.concluded(message.receivedAt(), "unreceived", null, message.entry(), Event.nothingMore()));
        }
    }

    private static void requireThatItCanBe(PermitCase permit, Message message) {
        List<Violation> faults = new ArrayList<>(
                Missing.parts(message.payload(), message.manifest().parts()));
        Instant finished = OffsetDateTime.parse(
                        message.payload().path("completedAt").asText())
                .toInstant();
        if (permit.isLongBeforeTheFiling(finished)) {
            faults.add(
                    new Violation(COMPLETED_AT, "竣工时间早于申报（案件 " + permit.file().caseNo() + "）两年以上，请核对年份"));
        }
        if (finished.isAfter(message.receivedAt().plus(AHEAD))) {
            faults.add(new Violation(COMPLETED_AT, "竣工时间晚于现在一年以上，请核对年份"));
        }
        if (!faults.isEmpty()) {
            throw Refused.violating(faults);
        }
    }

    /** In the order of the case: nothing of it overtakes what was said before. The messages that tell of it. */
    private List<String> pass(Message message, PermitCase permit, List<Partner> partners) {
        return partners.stream()
                .distinct()
                .filter(partner -> !partner.id().equals(message.sender().id()))
                .filter(partner -> partner.receives(message.service().name()))
                .map(partner -> outbox.pass(message, partner, permit.file().thread()))
                .toList();
    }

    /** Its filer's own; a utility also speaks of what others filed for its customers. */
    private PermitCase held(Message message) {
        String number = message.payload().path("filingNo").asText();
        return cases.hold(Kind.PERMIT, message.sender().id(), number)
                .or(() -> cases.holdOfUtility(Kind.PERMIT, message.sender().id(), number))
                .map(file -> new PermitCase(file.requireKept("/filingNo")))
                .orElseThrow(() -> Refused.violating("/filingNo", "贵单位没有这个编号的申报"));
    }
}
