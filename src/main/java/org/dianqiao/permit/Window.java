package org.dianqiao.permit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianqiao.calendar.Limit;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Event;
import org.dianqiao.delivery.Enclosed;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.delivery.Outbox.Letter;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Partner;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.DecisionJson;
import org.dianqiao.policy.Step;
import org.dianqiao.policy.Warnings.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one window 一窗受理: one filing, its path as the pack gives it, and in the same moment a task for every department
 * that it concerns. What nobody needs to be asked about gets its result at once.
 */
@Component
class Window {

    private final Previews previews;
    private final Offices offices;
    private final Cases cases;
    private final Outbox outbox;
    private final Results results;

    Window(Previews previews, Offices offices, Cases cases, Outbox outbox, Results results) {
        this.previews = previews;
        this.offices = offices;
        this.cases = cases;
        this.outbox = outbox;
        this.results = results;
    }

    /** The scrutiny has seen that its path can be decided and that nothing is missing. */
    void accept(Message message) {
        Filing filing = new Filing(message.payload()).marked();
        Course course = previews.today(filing)
                .flatMap(decision -> Course.of(decision, filing, previews.days(filing.region())))
                .orElseThrow();
        PermitCase permit = open(message, filing, course);
        List<Event> filed = List.of(filed(message, course));
        if (!cases.open(permit.file(), filed, deadlines(permit, message.receivedAt()))) {
            requireTheSame(message, filing);
            return;
        }
        cases.note(permit.file(), tell(message, permit));
        if (course.isDecidedAtOnce()) {
            results.give(permit, outcome(course.path()), message);
        } else {
            results.expect();
        }
    }

    private static FilingOutcome outcome(Step path) {
        return switch (path) {
            case EXEMPT -> FilingOutcome.EXEMPT;
            case COMMITMENT -> FilingOutcome.COMMITTED;
            default -> FilingOutcome.FILED;
        };
    }

    private PermitCase open(Message message, Filing filing, Course course) {
        Casefile file = cases.begin(
                Kind.PERMIT,
                message.sender().id(),
                filing.number(),
                filing.region(),
                offices.utility(message.sender(), filing.region())
                        .map(Partner::id)
                        .orElse(null),
                message.manifest().caseId(),
                filing.applicationNo().orElse(null),
                PermitCase.DECIDING,
                message.receivedAt(),
                PermitCase.opened(filing, DecisionJson.of(course.decision()), course));
        PermitCase permit = new PermitCase(file);
        return course.isDecidedAtOnce() ? permit : permit.with(tasks(file, course.decision()));
    }

    private List<Task> tasks(Casefile file, Decision decision) {
        List<Task> tasks = new ArrayList<>();
        for (Decision.Department department : decision.departments()) {
            String number = file.caseNo() + "-" + (tasks.size() + 1);
            String partner = offices.department(department.department().code(), file.regionCode())
                    .map(Partner::id)
                    .orElse(null);
            Task task = Task.of(number, department, partner, file.openedAt());
            until(task, department, decision);
            tasks.add(task);
        }
        return tasks;
    }

    /** Where a department has no period of its own, that of the whole is its. */
    private static void until(Task task, Decision.Department department, Decision decision) {
        boolean own = department.limit() != null;
        @Nullable Limit limit = own ? department.limit() : decision.whole();
        var due = own ? department.due() : decision.due();
        if (limit != null) {
            task.told().set("limit", Letters.limit(limit));
        }
        if (due != null) {
            task.told().put("due", due.toString());
        }
    }

    private static List<Deadline> deadlines(PermitCase permit, Instant now) {
        String rule = permit.decision().path("rule").asText();
        return permit.tasks().stream()
                .filter(task -> task.told().has("limit"))
                .map(task -> Deadline.of(
                        permit.file().caseNo(),
                        task.number(),
                        task.title(),
                        Side.DEPARTMENT,
                        task.partner().orElse(task.department()),
                        rule,
                        now,
                        task.limit()))
                .toList();
    }

    /** Told twice it is one filing; another one under its number is a mistake, and so is one that was taken back. */
    private void requireTheSame(Message message, Filing filing) {
        PermitCase before = cases.hold(Kind.PERMIT, message.sender().id(), filing.number())
                .map(file -> new PermitCase(file.requireKept("/filingNo")))
                .orElseThrow();
        if (before.isTakenBack()) {
            throw Refused.violating("/filingNo", "该编号的申报已撤回（案件 " + before.file().caseNo() + "），再次申报请用新的编号");
        }
        if (!before.filing().saysTheSameAs(filing)) {
            throw Refused.violating("/filingNo", "该编号的申报已受理（案件 " + before.file().caseNo() + "），内容不同的请用新的编号");
        }
    }

    private List<Event> tell(Message message, PermitCase permit) {
        List<Event> events = new ArrayList<>();
        if (message.sender().receives(Letters.ACCEPTED)) {
            String sent = outbox.say(
                    Letters.ACCEPTED,
                    message.sender(),
                    permit.file().thread(),
                    Letters.bytes(Letters.accepted(permit)));
            events.add(Event.sent(message.receivedAt(), "accepted", null, sent, Event.nothingMore()));
        }
        events.addAll(assign(permit, MessagePapers.of(message), message));
        return events;
    }

    /** All departments in the same moment. */
    private List<Event> assign(PermitCase permit, List<Enclosed> papers, Message message) {
        List<Event> events = new ArrayList<>();
        List<Task> told = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        for (Task task : permit.tasks()) {
            byte[] letter = Letters.bytes(Letters.task(permit, task));
            Optional<Partner> partner = task.partner().flatMap(offices::find);
            if (partner.isPresent()) {
                told.add(task);
                letters.add(new Letter(partner.get(), letter));
            } else {
                events.add(nobody(permit, task, letter, papers, message));
            }
        }
        List<String> sent = outbox.sayEach(Letters.TASK, permit.file().thread(), letters, papers);
        for (int i = 0; i < told.size(); i++) {
            events.add(Event.sent(
                    message.receivedAt(), "task-assigned", told.get(i).number(), sent.get(i), noted(told.get(i))));
        }
        return events;
    }

    private Event nobody(PermitCase permit, Task task, byte[] letter, List<Enclosed> papers, Message message) {
        outbox.sayToNobody(
                Letters.TASK,
                permit.file().thread(),
                letter,
                papers,
                "行政区划 " + permit.file().regionCode() + " 没有登记部门 " + task.department());
        return Event.concluded(message.receivedAt(), "unassigned", task.number(), message.entry(), noted(task));
    }

    private static ObjectNode noted(Task task) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("department", task.department())
                .put("item", task.told().path("item").asText());
    }

    private static Event filed(Message message, Course course) {
        return Event.said(
                message,
                "filed",
                null,
                JsonNodeFactory.instance.objectNode().put("path", course.path().written()));
    }
}
