package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.casework.Status;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Missing;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Partner;
import org.springframework.stereotype.Component;

/** The tasks of the departments 部门任务: what each says of its own, in the order of the codes, and when all is said. */
@Component
class Docket {

    private final Cases cases;
    private final Deadlines deadlines;
    private final ClosedList closedList;
    private final Offices offices;
    private final Outbox outbox;
    private final Results results;
    private final KeptFindings findings;

    Docket(
            Cases cases,
            Deadlines deadlines,
            ClosedList closedList,
            Offices offices,
            Outbox outbox,
            Results results,
            KeptFindings findings) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.closedList = closedList;
        this.offices = offices;
        this.outbox = outbox;
        this.results = results;
        this.findings = findings;
    }

    void take(Message message) {
        JsonNode said = message.payload();
        PermitCase permit = hold(said.path("taskNo").asText());
        Task task = permit.task(said.path("taskNo").asText()).orElseThrow(Docket::unknown);
        requireTheirs(task, permit, message.sender());
        requireTheFile(message);
        if (task.repeats(message)) {
            return;
        }
        if (task.isCompletedBy(message) && !permit.isTakenBack()) {
            take(permit, task.completedBy(message), message, documented(message));
            return;
        }
        Rulings.requireInOrder(task, said, permit.isTakenBack());
        closedList.require(permit, task, said, message.sender().id());
        if (Status.of(said.path("status").asText()) == Status.ACCEPTED) {
            noteIfLate(permit, task, message);
        }
        take(permit, task.saying(message), message, noted(message));
    }

    private void take(PermitCase permit, Task saying, Message message, Event event) {
        Licences.place(message.payload(), message.manifest().parts()).ifPresent(place -> Licences.whereabouts(
                        saying.told(), place, message.manifest().parts().get(place))
                .put("fileEntry", message.entry()));
        passOn(permit, message);
        PermitCase after = permit.with(saying);
        cases.note(permit.file(), event);
        time(after, saying, message.receivedAt());
        Optional<FilingOutcome> outcome = permit.isTakenBack() ? Optional.empty() : after.outcome();
        if (outcome.isPresent()) {
            results.give(after, outcome.get(), message);
        } else {
            cases.save(after.file());
            findings.keep(after.file());
        }
    }

    /** The filer hears each word as the department signed it, also that papers are asked for; the utility follows its customer. */
    private void passOn(PermitCase permit, Message message) {
        Stream.of(permit.file().keeper(), permit.file().utility())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> offices.find(id).stream())
                .filter(partner -> partner.receives(message.service().name()))
                .forEach(partner -> outbox.pass(message, partner, permit.file().thread()));
    }

    /** The text gives a time from acceptance and none for accepting. So it begins anew; that it was over is kept. */
    private void noteIfLate(PermitCase permit, Task task, Message message) {
        deadlines
                .overdue(permit.file(), task.number(), message.receivedAt())
                .forEach(deadline -> cases.note(permit.file(), acceptedLate(deadline, message)));
    }

    private static Event acceptedLate(Deadline deadline, Message message) {
        ObjectNode told = Event.nothingMore()
                .put("began", WorkingDays.dayOf(deadline.began()).toString())
                .put("limit", deadline.limit().toString());
        return Event.concluded(message.receivedAt(), "accepted-late", deadline.about(), message.entry(), told);
    }

    /** The clock of the task runs from acceptance, stands still in 补正 and 特别程序, and ends with the last word. */
    private void time(PermitCase permit, Task task, Instant now) {
        Status status = task.status().orElseThrow();
        LocalDate day = WorkingDays.dayOf(now);
        deadlines.change(
                permit.file(), each -> each.about().equals(task.number()), each -> after(each, status, now, day));
    }

    private static Deadline after(Deadline deadline, Status status, Instant now, LocalDate day) {
        if (status.ends()) {
            return deadline.met(now);
        }
        if (status.stopsTheClock()) {
            return deadline.stopped(day);
        }
        return status == Status.ACCEPTED ? deadline.anew(now) : deadline.goingOn(day);
    }

    private PermitCase hold(String taskNo) {
        int end = taskNo.lastIndexOf('-');
        return cases.hold(taskNo.substring(0, Math.max(0, end)))
                .filter(file -> file.kind() == Kind.PERMIT)
                .map(file -> new PermitCase(file.requireKept("/taskNo")))
                .orElseThrow(Docket::unknown);
    }

    private static Refused unknown() {
        return Refused.violating("/taskNo", "没有这个编号的任务");
    }

    private static void requireTheirs(Task task, PermitCase permit, Partner sender) {
        boolean theirs = task.partner()
                .map(sender.id()::equals)
                .orElseGet(() -> task.department().equals(sender.department())
                        && sender.actsFor(permit.file().regionCode()));
        if (!theirs) {
            throw new Refused(Code.NOT_PERMITTED, "任务 " + task.number() + " 不是派给贵单位的，不能由贵单位答复。");
        }
    }

    private static void requireTheFile(Message message) {
        Missing.part(
                        message.payload().path("licence"),
                        "/licence",
                        message.manifest().parts())
                .ifPresent(fault -> {
                    throw Refused.violating(List.of(fault));
                });
    }

    private static Event documented(Message message) {
        ObjectNode told = message.payload().deepCopy();
        return Event.said(
                message, "documented", message.payload().path("taskNo").asText(), told.retain(Task.DOCUMENT));
    }

    private static Event noted(Message message) {
        ObjectNode told = message.payload().deepCopy();
        told.remove(List.of("taskNo", "at"));
        return Event.said(message, "status", message.payload().path("taskNo").asText(), told);
    }
}
